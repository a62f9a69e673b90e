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
  request: (organisation: string) => ({
    subject: `Une personne demande à rejoindre ${organisation}`,
    title: 'Une demande vous attend',
    paragraphs: [`Une personne demande à rejoindre ${organisation}. Lisez son message, puis acceptez ou refusez.`],
    action: 'Voir les demandes',
  }),
  decision: (organisation: string, accepted: boolean) => ({
    subject: accepted ? `Vous faites partie de ${organisation}` : `Votre demande à ${organisation}`,
    title: accepted ? 'Votre demande est acceptée' : 'Votre demande n’a pas été acceptée',
    paragraphs: [accepted ? `${organisation} a accepté votre demande : vous en faites maintenant partie.`
      : `${organisation} n’a pas accepté votre demande. La raison est écrite dans « Mes organisations ».`],
    action: 'Voir mes organisations',
  }),
  lastDay: (organisation: string, last: string) => ({
    subject: `${organisation} n’aura bientôt plus de responsable`,
    title: 'Nommez une autre personne responsable',
    paragraphs: [
      `Votre rôle de responsable de ${organisation} prend fin après le ${day(`${last}T12:00:00Z`)}, `
        + `et personne d’autre ne pourra alors gérer cette structure.`,
      'Prolongez ce rôle ou donnez-le à une autre personne avant cette date. '
        + 'Ensuite, seule l’administration de la plateforme pourra le faire.',
    ],
    action: 'Voir les personnes',
  }),
}
