const date = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Paris' })
const day = (at: string) => date.format(new Date(at))

interface Invited {
  kind: 'base' | 'resource'
  title: string
  role: 'administrator' | 'contributor' | null
  inviter: string | null
  message: string
  site: string
  until: string
}

const doing = { administrator: 'administrer et écrire', contributor: 'écrire' }
const what = ({ kind, title, role }: Pick<Invited, 'kind' | 'title' | 'role'>) => kind === 'base'
  ? `${doing[role ?? 'contributor']} dans la base « ${title} »` : `écrire la ressource « ${title} »`

/** Entering a base or a resource: invitations, requests, what is said of them on pages and by mail. */
export const fr = {
  invite: {
    title: 'Inviter une personne', lead: 'Elle recevra une invitation, et ne fera partie de la base qu’après l’avoir acceptée.',
    leadResource: 'Elle écrira cette ressource avec vous, après avoir accepté votre invitation.',
    byName: 'Par son nom', byEmail: 'Par son adresse électronique', email: 'Adresse électronique',
    emailHint: 'La personne n’a pas besoin d’avoir déjà un compte. Exemple : prenom.nom@exemple.fr',
    message: 'Un mot pour elle', submit: 'Envoyer l’invitation', one: 'Inviter', role: 'Rôle proposé',
  },
  pending: {
    title: (n: number) => n === 0 ? 'Invitations en attente' : `Invitations en attente (${n})`, none: 'Aucune invitation n’attend de réponse.',
    until: 'jusqu’au', revoke: 'Annuler', private: 'Une personne dont le profil est privé', to: (name: string) => `l’invitation de ${name}`,
  },
  requests: {
    title: (n: number) => n < 2 ? 'Une personne demande à rejoindre la base' : `${n} personnes demandent à rejoindre la base`,
    asked: 'Demande reçue', accept: 'Accepter', decline: 'Refuser', role: 'Rôle', somebody: 'Une personne sans nom',
  },
  mine: {
    title: (n: number) => n < 2 ? 'Une invitation vous attend' : `${n} invitations vous attendent`, see: 'Voir l’invitation',
    by: (name: string | null, offer: Pick<Invited, 'kind' | 'title' | 'role'>) => `${name ?? 'Une personne'} vous invite à ${what(offer)}.`,
  },
  page: {
    title: (offer: Pick<Invited, 'kind' | 'title'>) => offer.kind === 'base' ? `Rejoindre la base « ${offer.title} »` : `Écrire « ${offer.title} »`,
    by: (name: string | null) => name ? `${name} vous invite.` : 'On vous invite.',
    facts: { role: 'Ce que vous pourrez faire', message: 'Son message', expires: 'Réponse possible jusqu’au' },
    roles: {
      administrator: 'Écrire les ressources de la base, la modifier, y inviter des personnes', contributor: 'Écrire les ressources de la base',
      resource: 'Modifier cette ressource avec les personnes qui l’écrivent',
    },
    seen: 'Si vous acceptez, les membres de la base verront votre nom.', seenResource: 'Si vous acceptez, les personnes qui écrivent la ressource verront votre nom.',
    accept: 'Accepter l’invitation', decline: 'Refuser', mine: 'Voir mes bases',
    sentTo: (address: string) => `L’invitation a été envoyée à ${address}.`,
    states: {
      accepted: { title: 'Vous avez déjà accepté cette invitation', what: 'Il n’y a plus rien à faire.' },
      declined: { title: 'Vous avez refusé cette invitation', what: 'Si vous changez d’avis, demandez que l’on vous invite de nouveau.' },
      revoked: { title: 'Cette invitation n’est plus valable', what: 'La personne qui vous invitait l’a reprise, ou en a envoyé une autre.' },
      expired: { title: 'Cette invitation n’est plus valable', what: 'Le délai pour répondre est passé. Demandez que l’on vous invite de nouveau.' },
      void: { title: 'Cette invitation n’est plus valable', what: 'Ce qu’elle proposait n’existe plus, ou la personne qui vous invitait n’en a plus le droit.' },
      unknown: { title: 'Nous ne trouvons pas cette invitation', what: 'Ouvrez-la avec le lien entier de votre courriel, et le compte de la personne invitée.' },
      'other-address': {
        title: 'Cette invitation est pour une autre adresse',
        what: 'Entrez avec l’adresse électronique qui a reçu le courriel, ou ajoutez-la à votre compte et prouvez qu’elle est à vous.',
      },
    },
  },
  join: {
    title: (base: string) => `Demander à rejoindre « ${base} »`, link: 'Demander à rejoindre',
    lead: 'Les personnes qui administrent la base lisent votre message, puis acceptent ou refusent. Elles verront votre nom.',
    message: 'Pourquoi vous voulez en faire partie', hint: 'Qui vous êtes, ce que vous aimeriez y partager.', submit: 'Envoyer ma demande',
    member: 'Vous faites déjà partie de cette base.', seeBase: 'Voir la base', withdraw: 'Reprendre ma demande',
    pending: { title: 'Votre demande attend une réponse', what: (at: string) => `Vous l’avez envoyée le ${day(at)}. Vous serez prévenu ou prévenue de la réponse.` },
    declined: { title: 'Votre dernière demande a été refusée', what: 'Vous pouvez demander de nouveau sept jours après la réponse.' },
  },
  mails: {
    invitation: (given: Invited) => ({
      subject: given.kind === 'base' ? `Invitation à rejoindre la base « ${given.title} »` : `Invitation à écrire « ${given.title} »`,
      title: given.kind === 'base' ? `Rejoindre « ${given.title} »` : `Écrire « ${given.title} »`,
      paragraphs: [
        `${given.inviter ?? 'Une personne'} vous invite à ${what(given)}, sur ${given.site}.`,
        ...given.message ? [`Son message : « ${given.message} »`] : [],
        'Ouvrez cette page, entrez avec l’adresse électronique qui a reçu ce courriel, puis acceptez ou refusez. '
          + 'Si vous n’avez pas de compte, il sera créé.',
        `L’invitation fonctionne une fois, jusqu’au ${day(given.until)}. Si elle ne vous concerne pas, ignorez ce courriel : rien ne se passera.`,
      ],
      action: 'Voir l’invitation',
    }),
  },
  notices: {
    family: 'Bases et ressources',
    invited: { label: 'Une invitation à écrire', title: (by: string, offer: Pick<Invited, 'kind' | 'title' | 'role'>) => `${by} vous invite à ${what(offer)}` },
    answered: {
      label: 'La réponse à une invitation que vous avez envoyée',
      title: (by: string, title: string, accepted: boolean) => accepted ? `${by} a accepté votre invitation : « ${title} »` : `${by} a refusé votre invitation : « ${title} »`,
    },
    asked: { label: 'Une demande pour rejoindre une base que vous administrez', title: (by: string, title: string) => `${by} demande à rejoindre la base « ${title} »` },
    decided: {
      label: 'La réponse à votre demande pour rejoindre une base',
      title: (title: string, accepted: boolean) => accepted ? `Vous faites maintenant partie de la base « ${title} »` : `La base « ${title} » n’a pas accepté votre demande`,
    },
    role: {
      label: 'Un changement de votre rôle dans une base',
      title: (title: string, role: 'administrator' | 'contributor') => role === 'administrator' ? `Vous administrez maintenant la base « ${title} »` : `Vous contribuez maintenant à la base « ${title} », sans l’administrer`,
    },
    removed: { label: 'La fin de votre participation à une base', title: (title: string) => `Vous ne faites plus partie de la base « ${title} »` },
  },
  done: {
    inviteToBase: 'L’invitation est envoyée.', inviteContributor: 'L’invitation est envoyée.', revokeInvitation: 'L’invitation est reprise.',
    acceptInvitation: 'Vous avez accepté l’invitation.', declineInvitation: 'Vous avez refusé l’invitation.',
    askToJoinBase: 'Votre demande est envoyée.', withdrawJoinRequest: 'Votre demande est reprise.',
    acceptJoinRequest: 'La personne fait maintenant partie de la base.', declineJoinRequest: 'La demande est refusée.',
  },
  refusals: {
    'bases.invite-whom': 'Écrivez une adresse électronique, ou choisissez une personne.',
    'bases.too-many-invitations': 'Vous avez envoyé 50 invitations aujourd’hui. Reprenez demain.',
    'bases.already-invited': 'Cette personne a déjà une invitation qui attend sa réponse.',
    'bases.already-writes': 'Cette personne écrit déjà cette ressource.',
    'bases.invitation-ended': 'Cette invitation a déjà eu sa réponse, ou a été reprise.',
    'bases.invitation-accepted': 'Vous avez déjà accepté cette invitation.', 'bases.invitation-declined': 'Vous avez refusé cette invitation.',
    'bases.invitation-revoked': 'La personne qui vous invitait a repris cette invitation.',
    'bases.invitation-expired': 'Le délai pour répondre est passé. Demandez que l’on vous invite de nouveau.',
    'bases.invitation-void': 'Ce que l’invitation proposait n’existe plus, ou la personne qui vous invitait n’en a plus le droit.',
    'bases.already-in': 'Vous faites déjà partie de cette base.', 'bases.already-asked': 'Votre demande attend déjà une réponse.',
    'bases.asked-recently': 'Cette base vous a répondu non il y a moins de sept jours. Vous pourrez demander de nouveau ensuite.',
    'bases.too-many-requests': 'Cinq de vos demandes attendent déjà une réponse. Reprenez-en une avant d’en envoyer une autre.',
    'bases.request-decided': 'Cette demande a déjà eu sa réponse.',
  },
}
