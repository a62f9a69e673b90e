import type { Role } from '../roles.ts'
import { roleNames } from './names.fr.ts'

const date = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Paris' })
const day = (at: string) => date.format(new Date(at))

interface Invited {
  organisation: string
  role: Role
  group: string | null
  inviter: string | null
  message: string | null
  site: string
  until: string
}

/** The words of mails. */
export const mails = {
  invitation: ({ organisation, role, group, inviter, message, site, until }: Invited) => ({
    subject: `Invitation à rejoindre ${organisation} sur ${site}`,
    title: `Rejoindre ${organisation}`,
    paragraphs: [
      `${inviter ? `${inviter} vous invite` : 'Vous êtes invité ou invitée'} à rejoindre ${organisation} sur ${site}, `
        + `avec ce rôle : ${roleNames[role]}`
        + `${group ? `, dans « ${group} »` : ''}.`,
      ...message ? [`Son message : « ${message} »`] : [],
      'Ouvrez cette page, entrez avec l’adresse électronique qui a reçu ce courriel, puis acceptez. '
        + 'Si vous n’avez pas de compte, il sera créé.',
      `L’invitation fonctionne une fois, jusqu’au ${day(until)}. `
        + `Si elle ne vous concerne pas, ignorez ce courriel : rien ne se passera.`,
    ],
    action: 'Voir l’invitation',
  }),
}

interface Named { name: string }
const family = 'Mes organisations'

/** What is told of requests to join. */
export const notices = {
  joinAsked: {
    family, label: 'Une personne demande à rejoindre une organisation que vous gérez',
    text: ({ name }: Named) => ({ title: `Une personne demande à rejoindre ${name}`, body: 'Lisez son message, puis acceptez ou refusez.' }),
    grouped: (count: number, { name }: Named) => `${count} personnes demandent à rejoindre ${name}`,
  },
  invitationTaken: {
    family, label: 'Une personne accepte votre invitation',
    text: ({ name }: Named, { by }: { by: string }) => ({ title: `${by} a accepté votre invitation à rejoindre ${name}` }),
    grouped: (count: number, { name }: Named) => `${count} personnes ont accepté votre invitation à rejoindre ${name}`,
  },
  lastAdministrator: {
    family, label: 'Une organisation que vous gérez n’aura bientôt plus de responsable', action: 'Voir les personnes',
    text: ({ name, lastDay }: Named & { lastDay: string }) => ({
      title: `${name} n’aura bientôt plus de responsable`,
      body: `Votre rôle de responsable prend fin après le ${day(`${lastDay}T12:00:00Z`)}, `
        + 'et personne d’autre ne pourra alors gérer cette structure.',
      more: ['Prolongez ce rôle ou donnez-le à une autre personne avant cette date. Ensuite, '
        + 'seule l’administration de la plateforme pourra le faire.'],
    }),
  },
  joinAnswered: {
    family, label: 'Une organisation répond à votre demande de la rejoindre',
    text: ({ name, accepted }: Named & { accepted: boolean }) => accepted
      ? { title: `Vous faites partie de ${name}`, body: `${name} a accepté votre demande.` }
      : { title: `${name} a répondu à votre demande`, body: 'Votre demande n’a pas été acceptée. La raison est écrite dans « Mes organisations ».' },
  },
}
