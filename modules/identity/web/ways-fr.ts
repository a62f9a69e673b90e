/** Sentences of the ways in: providers, linked identities, passkeys. */
export const fr = {
  providers: {
    title: 'Entrer avec un compte que vous avez déjà',
    citizen: 'FranceConnect utilise un compte que vous avez déjà : Impôts, Ameli, La Poste…',
    agent: 'ProConnect est la connexion des agents du service public.',
    establishments: 'Avec le compte de votre établissement',
    or: 'Entrer avec un lien par courriel',
  },
  passkey: {
    enter: 'Entrer avec une clé d’accès',
  },
  failed: {
    reasons: {
      unavailable: {
        title: (name: string) => `${name} ne répond pas`,
        what: 'Ce n’est pas de votre fait. Réessayez dans quelques minutes, ou entrez avec un lien envoyé par courriel.',
      },
      level: {
        title: (name: string) => `Le compte choisi dans ${name} ne suffit pas`,
        what: 'Ce service demande une connexion plus sûre. Recommencez, et choisissez un compte vérifié.',
      },
      refused: {
        title: (name: string) => `La réponse de ${name} n’a pas pu être vérifiée`,
        what:
          'Par prudence, nous n’avons ouvert aucune session. Recommencez ; si cela se reproduit, entrez avec un lien envoyé par courriel.',
      },
      lost: {
        title: () => 'Cette connexion a expiré',
        what: 'Elle a peut-être duré trop longtemps, déjà servi, ou commencé dans un autre navigateur. Recommencez depuis cette page.',
      },
      suspended: { title: () => 'Ce compte est suspendu', what: 'Écrivez à l’équipe du service : ses coordonnées sont au bas de la page.' },
      closed: {
        title: () => 'La création de compte est fermée',
        what:
          'Si vous avez déjà un compte, entrez avec un lien envoyé à son adresse, puis liez cette identité. Sinon, écrivez à l’équipe du service.',
      },
      passkey: {
        title: () => 'Cette clé d’accès n’ouvre aucun compte ici',
        what: 'Elle a peut-être été retirée. Réessayez, ou entrez avec un lien envoyé par courriel.',
      },
    } as Record<string, { title: (name: string) => string; what: string }>,
    provider: 'Le service de connexion',
    again: 'Revenir à la connexion',
  },
  proposal: {
    titles: {
      confirm: 'Lier cette identité à votre compte',
      prove: 'Avez-vous déjà un compte ?',
      other: 'Cette identité ressemble à un autre compte',
      linked: 'Cette identité est déjà liée à votre compte',
      taken: 'Cette identité ouvre déjà un autre compte',
      gone: 'Cette proposition n’est plus valable',
    },
    identity: (provider: string, label: string | null) => label ? `${provider} vous connaît comme : ${label}.`
      : `${provider} vous connaît.`,
    confirm: (provider: string) =>
      `Si vous confirmez, ${provider} ouvrira votre compte ici. Votre profil ne change pas, et vous pourrez délier cette identité.`,
    link: 'Lier cette identité',
    keep: 'Ne rien changer',
    prove: (address: string) =>
      `L’adresse ${address} est celle d’un compte qui existe ici. Si c’est le vôtre, ouvrez-le avec un lien envoyé à cette adresse.`,
    sameBrowser: 'Ouvrez le lien dans ce navigateur : vous reviendrez sur cette page pour confirmer.',
    send: 'Recevoir un lien',
    email: 'Adresse électronique de ce compte',
    other: 'Vous êtes dans un autre compte. Sortez-en, puis recommencez.',
    apart: 'Ce n’est pas votre compte ?',
    apartLead: 'Nous en ouvrirons un autre pour vous, sans cette adresse tant que vous ne l’aurez pas confirmée.',
    joinApart: 'Ouvrir un autre compte',
    taken: 'Une identité ouvre un seul compte. Déliez-la de l’autre compte, ou écrivez à l’équipe du service pour réunir les deux.',
    gone: 'Elle a trop attendu, ou a commencé dans un autre navigateur.',
    goOn: 'Voir mes identités',
    again: 'Revenir à la connexion',
  },
  signedOut: {
    title: 'Vous êtes déconnecté ou déconnectée',
    lead: 'Votre session est fermée sur cet appareil.',
    next: (provider: string) => `Nous fermons aussi votre session ${provider}.`,
    close: (provider: string) => `Fermer ma session ${provider}`,
    again: 'Se connecter',
    home: 'Revenir à l’accueil',
  },
  identities: {
    title: 'Mes façons d’entrer',
    lead: 'Chacune ouvre ce compte. Gardez-en au moins deux : si vous en perdez une, l’autre vous laisse entrer.',
    account: 'Mon compte',
    addresses: 'Par un lien envoyé par courriel',
    unproved: 'pas encore confirmée',
    askProof: 'Confirmer cette adresse',
    noAddress: 'Aucune adresse.',
    linked: 'Avec une identité liée',
    linkedLead: 'Un même compte ici, que vous veniez de votre école, de votre travail ou de FranceConnect.',
    columns: { provider: 'Service', label: 'Reconnu comme', since: 'Liée', used: 'Dernière connexion', action: 'Action' },
    never: 'jamais',
    unlink: (provider: string) => `Délier ${provider}`,
    unlinkTitle: (provider: string) => `Délier ${provider} ?`,
    unlinkWhat: 'Cette identité n’ouvrira plus votre compte. Rien d’autre ne change, et vous pourrez la lier de nouveau.',
    linkedCaption: 'Identités liées à ce compte',
    noIdentity: 'Aucune identité liée.',
    linkMore: 'Lier une identité',
    linkWith: (provider: string) => `Lier ${provider}`,
    passkeys: 'Avec une clé d’accès',
    passkeysLead: 'Votre téléphone ou votre ordinateur vous reconnaît par le doigt, le visage ou son code.',
    passkeysCaption: 'Clés d’accès de ce compte',
    noPasskey: 'Aucune clé d’accès.',
    passkeyColumns: { name: 'Nom', since: 'Ajoutée', used: 'Dernière connexion', action: 'Action' },
    backedUp: 'sauvegardée par votre appareil',
    rename: 'Renommer',
    name: 'Nom',
    nameHint: 'Pour la reconnaître : « mon téléphone », « ordinateur du bureau »',
    add: 'Ajouter une clé d’accès',
    noScript: 'Pour ajouter une clé d’accès, il faut un navigateur récent avec JavaScript.',
    remove: 'Retirer',
    removeTitle: (name: string) => `Retirer « ${name} » ?`,
    removeWhat: 'Cet appareil n’ouvrira plus votre compte. Vous pourrez l’ajouter de nouveau.',
    last: 'C’est votre seule façon d’entrer : ajoutez-en une autre avant de la retirer.',
  },
  proof: {
    title: 'Confirmer votre adresse',
    good: (email: string) => `Vous avez ouvert le courriel envoyé à ${email}.`,
    submit: 'Confirmer cette adresse',
    states: {
      used: 'Ce lien a déjà servi : votre adresse est confirmée.',
      expired: 'Ce lien n’est plus valable. Demandez-en un autre depuis « Mes façons d’entrer ».',
      unknown: 'Ce lien n’est pas complet, ou il est celui d’un autre compte.',
    } as Record<string, string>,
    back: 'Voir mes façons d’entrer',
  },
  proofMail: (site: string) => ({
    subject: `Confirmez votre adresse pour ${site}`,
    title: 'Confirmez votre adresse',
    paragraphs: [
      `Vous avez demandé à confirmer cette adresse sur ${site}. Ouvrez cette page dans le navigateur où vous êtes connecté ou connectée.`,
      'Le lien fonctionne une fois, pendant 15 minutes.',
      'Si vous n’avez rien demandé, ignorez ce courriel : rien ne changera.',
    ],
    action: 'Confirmer mon adresse',
  }),
  wayMail: (site: string) => ({
    subject: `Une nouvelle façon d’entrer dans votre compte ${site}`,
    title: 'Une nouvelle façon d’entrer',
    paragraphs: (what: string) => [
      `${what} ouvre désormais votre compte.`,
      'Si c’est vous, vous n’avez rien à faire. Sinon, retirez-la tout de suite et déconnectez tous vos appareils.',
    ],
    passkey: (name: string) => `La clé d’accès « ${name} »`,
    identity: (provider: string) => `Votre identité ${provider}`,
    action: 'Voir mes façons d’entrer',
  }),
  /** By code of refusal. */
  refusals: {
    'identity.identity-taken': 'Cette identité ouvre déjà un autre compte.',
    'identity.identity-linked': 'Cette identité est déjà liée à votre compte.',
    'identity.address-unproved': 'Ouvrez d’abord le lien envoyé à l’adresse de ce compte.',
    'identity.last-way-in': 'C’est votre seule façon d’entrer : ajoutez-en une autre avant de la retirer.',
    'identity.passkey-refused': 'Cette clé d’accès n’a pas pu être vérifiée. Recommencez.',
    'identity.passkey-known': 'Cette clé d’accès est déjà enregistrée.',
    'identity.address-proved': 'Cette adresse est déjà confirmée.',
    'identity.address-taken': 'Cette adresse est déjà confirmée par un autre compte. Écrivez à l’équipe du service pour réunir les deux.',
  },
  /** Where a form asks for a proof that is too old. */
  proofRequired:
    'Votre connexion date de plus d’une heure. Déconnectez-vous, reconnectez-vous, puis recommencez : nous devons être sûrs que c’est bien vous.',
  /** By name of command. */
  done: {
    linkIdentity: 'Cette identité ouvre désormais votre compte.',
    unlinkIdentity: 'Cette identité n’ouvre plus votre compte.',
    registerPasskey: 'Votre clé d’accès est prête.',
    renamePasskey: 'Le nom est changé.',
    removePasskey: 'Cette clé d’accès n’ouvre plus votre compte.',
    requestAddressProof: 'Regardez vos courriels : un lien vous attend.',
    proveAddress: 'Votre adresse est confirmée.',
  },
}
