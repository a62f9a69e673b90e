import type { timeZones } from '../profile.ts'

const zones: Record<typeof timeZones[number], string> = {
  'Europe/Paris': 'Hexagone et Corse',
  'America/Guadeloupe': 'Guadeloupe, Saint-Martin, Saint-Barthélemy', 'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane', 'America/Miquelon': 'Saint-Pierre-et-Miquelon', 'Indian/Reunion': 'La Réunion', 'Indian/Mayotte': 'Mayotte',
  'Pacific/Noumea': 'Nouvelle-Calédonie',
  'Pacific/Tahiti': 'Polynésie : îles de la Société', 'Pacific/Marquesas': 'Polynésie : îles Marquises',
  'Pacific/Gambier': 'Polynésie : îles Gambier', 'Pacific/Wallis': 'Wallis-et-Futuna',
}

/** Sentences of sign-in and of one's account. */
export const fr = {
  signIn: {
    title: 'Se connecter',
    lead: 'Écrivez votre adresse électronique : vous recevrez un lien pour entrer. Il n’y a pas de mot de passe à retenir.',
    first: 'C’est la première fois ? Faites de même : votre compte sera créé quand vous ouvrirez le lien.',
    email: 'Adresse électronique',
    submit: 'Recevoir un lien',
    already: 'Vous avez déjà une session ouverte sur cet appareil.',
    goOn: 'Continuer',
  },
  sent: {
    title: 'Regardez vos courriels',
    lead: 'Nous avons envoyé un lien à l’adresse que vous avez écrite. Il fonctionne une fois, pendant 15 minutes.',
    help: 'Vous ne le voyez pas ?',
    steps: [
      'Attendez une minute : certains courriels mettent du temps à arriver.',
      'Regardez dans les courriels indésirables.',
      'Vérifiez que l’adresse était écrite sans faute, puis demandez un autre lien.',
    ],
    again: 'Demander un autre lien',
  },
  link: {
    title: 'Entrer',
    good: (address: string) => `Ce lien ouvre le compte de ${address}.`,
    ask: 'Si c’est bien votre adresse, entrez avec le bouton.',
    submit: 'Me connecter',
    notYou: 'Si vous n’avez rien demandé, fermez cette page : il ne se passera rien.',
    states: {
      used: {
        title: 'Ce lien a déjà servi',
        what: 'Un lien fonctionne une seule fois. Demandez-en un autre, il arrivera dans un instant.',
      },
      expired: {
        title: 'Ce lien n’est plus valable',
        what: 'Un lien fonctionne pendant 15 minutes. Demandez-en un autre, il arrivera dans un instant.',
      },
      unknown: {
        title: 'Ce lien n’est pas complet',
        what: 'Il a peut-être été coupé. Ouvrez-le de nouveau depuis le courriel, ou demandez-en un autre.',
      },
      suspended: { title: 'Ce compte est suspendu', what: 'Écrivez à l’équipe du service : ses coordonnées sont au bas de la page.' },
      closed: {
        title: 'La création de compte est fermée',
        what: 'Si vous avez déjà un compte, demandez un lien à son adresse. Sinon, écrivez à l’équipe du service.',
      },
    },
    again: 'Demander un autre lien',
    goOn: 'Vous êtes déjà connecté ou connectée : continuer',
  },
  welcome: {
    title: 'Bienvenue',
    lead: 'Votre adresse est confirmée. Comment vous appelez-vous ? Ce nom accompagnera ce que vous partagez ; vous pourrez le changer.',
    firstName: 'Prénom',
    lastName: 'Nom',
    submit: 'Continuer',
  },
  account: {
    title: 'Mon compte',
    profile: 'Votre profil',
    firstName: 'Prénom', lastName: 'Nom', profileTitle: 'Fonction ou situation', titleHint: 'Exemple : médiatrice numérique',
    location: 'Commune', department: 'Département', departmentHint: 'Deux ou trois chiffres, ou 2A, 2B', about: 'Quelques mots sur vous',
    isPublic: 'Rendre mon profil public',
    isPublicHint: 'Toute personne pourra le voir, même sans compte. Votre adresse électronique reste cachée, sauf si vous choisissez de la montrer.',
    timeZone: 'Heure à afficher',
    zones,
    save: 'Enregistrer',
    portrait: {
      title: 'Votre portrait', label: 'Une image de vous', alt: 'Votre portrait', formats: 'JPEG, PNG, WebP, GIF, AVIF', add: 'Ajouter ce portrait',
      hint: 'Elle est vue par les personnes qui peuvent voir votre profil.', replace: 'Remplacer le portrait', remove: 'Retirer le portrait',
    },
    addresses: 'Vos adresses électroniques',
    addressesLead: 'Elles servent à vous connecter. Personne d’autre ne les voit.',
    primary: 'principale',
    sessions: 'Vos appareils connectés',
    sessionsTable: 'Appareils où votre session est ouverte',
    sessionsLead: 'Un appareil que vous ne reconnaissez pas ? Déconnectez-le.',
    columns: { device: 'Appareil', since: 'Connexion', seen: 'Dernière visite', action: 'Action' },
    browsers: {
      firefox: 'Firefox', chrome: 'Chrome', edge: 'Edge', safari: 'Safari', opera: 'Opera', other: 'Autre navigateur',
    } as Record<string, string>,
    unknownBrowser: 'Navigateur inconnu',
    thisOne: 'cet appareil',
    end: 'Déconnecter',
    everywhere: 'Me déconnecter partout',
    everywhereLead: 'Toutes vos sessions seront fermées, celle-ci aussi. Vous entrerez de nouveau avec un lien.',
    signOut: 'Me déconnecter',
  },
  linkMail: (site: string) => ({
    subject: `Votre lien pour entrer sur ${site}`,
    title: 'Votre lien de connexion',
    paragraphs: [
      `Vous avez demandé à entrer sur ${site}. Ouvrez cette page, puis confirmez avec le bouton « Me connecter ».`,
      'Le lien fonctionne une fois, pendant 15 minutes.',
      'Si vous n’avez rien demandé, ignorez ce courriel : personne ne peut entrer sans lui.',
    ],
    action: 'Ouvrir la page de connexion',
  }),
  /** By code of refusal. */
  refusals: {
    'identity.too-many-links':
      'Plusieurs liens viennent d’être envoyés. Ouvrez le dernier reçu, ou attendez un quart d’heure pour en demander un autre.',
    'identity.link-used': 'Ce lien a déjà servi. Demandez-en un autre.',
    'identity.link-expired': 'Ce lien n’est plus valable. Demandez-en un autre.',
    'identity.account-suspended': 'Ce compte est suspendu. Écrivez à l’équipe du service.',
    'identity.not-an-image': 'Ce fichier n’est pas une image. Choisissez une photo ou un dessin.',
    'identity.profile-complete': 'Votre nom est déjà enregistré. Vous pouvez le changer dans « Mon compte ».',
  },
  /** By name of command. */
  done: {
    updateProfile: 'Votre profil est enregistré.', setPortrait: 'Votre portrait est changé.',
    completeProfile: 'Bienvenue ! Votre compte est prêt.',
    endSession: 'L’appareil est déconnecté.',
    signOutEverywhere: 'Toutes vos sessions sont fermées.',
  },
}
