/** Sentences of a proof asked again: before what is critical, a session left open is not enough. */
export const fr = {
  title: 'Confirmer que c’est bien vous',
  lead: 'Ce que vous allez faire est important. Prouvez encore une fois qui vous êtes : rien d’autre ne change, et vous revenez où vous étiez.',
  failed: {
    passkey: 'Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou choisissez une autre façon.',
    service: 'La réponse du service de connexion n’a pas pu être vérifiée. Réessayez, ou choisissez une autre façon.',
    autre: 'L’identité choisie n’est pas liée à votre compte. Réessayez avec celle qui l’est, ou choisissez une autre façon.',
  } as Record<string, string>,
  byPasskey: 'Confirmer avec une clé d’accès',
  byLink: 'Par un lien envoyé par courriel',
  address: 'Adresse qui recevra le lien',
  send: 'Recevoir un lien',
  byProvider: 'Avec une identité liée',
  byProviderLead: 'Le service vous demandera de vous identifier de nouveau, même si vous y êtes déjà connecté ou connectée.',
  with: (provider: string) => `Confirmer avec ${provider}`,
  none: 'Aucune façon de le prouver n’est disponible. Déconnectez-vous, puis reconnectez-vous.',
  link: {
    title: 'Confirmer que c’est bien vous',
    good: 'Vous avez ouvert le courriel envoyé à votre adresse. Il reste à confirmer.',
    submit: 'C’est bien moi',
    states: {
      used: 'Ce lien a déjà servi.', expired: 'Ce lien n’est plus valable : il fonctionne pendant 15 minutes.',
      unknown: 'Ce lien n’est pas complet, ou il est celui d’un autre compte.',
    } as Record<string, string>,
    again: 'Choisir une façon de confirmer',
  },
  /** Beside a form that was refused until a proof. */
  invite: {
    what: 'Votre connexion est trop ancienne pour cela. Confirmez que c’est bien vous dans un nouvel onglet, puis revenez ici : ce que vous avez écrit y reste.',
    open: 'Confirmer que c’est bien moi (nouvel onglet)',
    submit: 'Envoyer à nouveau',
  },
  mail: (site: string) => ({
    subject: `Confirmez que c’est bien vous sur ${site}`,
    title: 'Confirmez que c’est bien vous',
    paragraphs: [
      `Vous faites sur ${site} quelque chose d’important pour votre compte. Ouvrez cette page dans le navigateur où vous êtes connecté ou connectée.`,
      'Le lien fonctionne une fois, pendant 15 minutes.',
      'Si vous n’avez rien demandé, quelqu’un utilise peut-être votre session : déconnectez tous vos appareils depuis « Mon compte ».',
    ],
    action: 'Confirmer que c’est moi',
  }),
  /** By code of refusal. */
  refusals: {
    'proof-required': 'Nous devons être sûrs que c’est bien vous. Rien n’a été fait, et rien n’est perdu.',
    'identity.identity-other': 'Cette identité n’est pas liée à votre compte.',
  } as Record<string, string>,
  /** By name of command. */
  done: { requestProofLink: 'Regardez vos courriels : un lien vous attend. Ouvrez-le dans ce navigateur.' } as Record<string, string>,
}
