import type { FieldIssue } from '#kernel/page/form.ts'

const number = /* @__PURE__ */ new Intl.NumberFormat('fr-FR')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${Math.abs(n) < 2 ? one : many}`

const sizes = ['octets', 'Ko', 'Mo', 'Go', 'To'] as const

/** Sizes as France writes them: 1,2 Mo. */
const size = (bytes: number): string => {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), 4)
  const value = bytes / 1000 ** step
  const unit = step === 0 && bytes < 2 ? 'octet' : sizes[step]
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: step > 0 && value < 10 ? 1 : 0 })} ${unit}`
}

/** The few sentences that change while one types: they alone go with the script of pages that are not hydrated. */
export const live = {
  charactersLeft: (left: number) => left < 0
    ? `${count(-left, 'caractère', 'caractères')} de trop`
    : count(left, 'caractère restant', 'caractères restants'),
  choicesTooMany: (max: number, chosen: number) =>
    `${number.format(max)} choix au plus : vous en avez pris ${number.format(chosen)}. Retirez-en ${number.format(chosen - max)}.`,
  tooBig: (bytes: number, max: number) => `Ce fichier pèse ${size(bytes)} ; ${size(max)} au plus.`,
  copied: 'Copié',
  titles: 'Titres proposés',
  titlesFound: (n: number) => n === 0 ? 'Aucun titre proposé' : count(n, 'titre proposé', 'titres proposés'),
  passkeyFailed: 'Votre appareil n’a pas répondu, ou vous avez arrêté. Vous pouvez recommencer.',
  pushRefused: 'Votre navigateur n’autorise pas les notifications de ce site. Changez ce choix dans ses réglages, puis recommencez.',
  pushFailed: 'Votre navigateur n’a pas pu s’inscrire auprès de son service de notifications. Vous pouvez recommencer.',
}

/** Every sentence of the kit. Pages pass their own; these are the ones that any page may need. */
export const fr = {
  skip: { label: 'Accès rapide', content: 'Aller au contenu', menu: 'Aller au menu', search: 'Aller à la recherche',
    footer: 'Aller au pied de page' },
  home: (name: string) => `Accueil – ${name}`,
  menu: 'Menu',
  notices: 'Informations importantes',
  close: 'Fermer',
  mainMenu: 'Menu principal',
  quickAccess: 'Accès rapides',
  yourAccount: (name: string) => `Votre compte : ${name}`,
  unread: (n: number) => count(n, 'nouveau', 'nouveaux'),
  search: 'Rechercher',
  here: 'Vous êtes ici :',
  showBreadcrumb: 'Voir le fil d’Ariane',
  accessibility: (level: 'non' | 'partiellement' | 'totalement') => `Accessibilité : ${level} conforme`,
  theme: { legend: 'Apparence', light: 'Claire', dark: 'Sombre', system: 'Celle de l’appareil' },
  republic: 'République Française',
  external: 'nouvelle fenêtre',
  signInWith: 'S’identifier avec',
  whatIs: (name: string) => `Qu’est-ce que ${name} ?`,
  required: 'obligatoire',
  optional: 'facultatif',
  allRequired: 'Sauf mention contraire, toutes les réponses sont nécessaires.',
  sending: 'Envoi en cours…',
  loading: 'Chargement en cours…',
  choose: 'Choisissez une réponse',
  charactersAtMost: (max: number) => `${count(max, 'caractère', 'caractères')} au plus`,
  choicesAtMost: (max: number) => max < 2 ? 'Un seul choix' : `${number.format(max)} choix au plus`,
  summary: (n: number) => n > 1 ? `${number.format(n)} réponses sont à revoir` : 'Une réponse est à revoir',
  refused: 'Votre demande n’a pas pu être faite',
  whatYouTyped: 'Ce que vous avez écrit est toujours là.',
  byStatus: {
    401: 'Votre session est terminée. Connectez-vous, puis recommencez.',
    403: 'Vous n’avez pas le droit de faire cette action.',
    404: 'Ce que vous vouliez changer n’existe plus, ou n’est plus à votre portée.',
    409: 'La page a changé depuis que vous l’avez ouverte. Relisez-la, puis recommencez.',
    413: 'L’envoi est trop lourd.',
    422: 'Ce formulaire avait déjà été envoyé avec d’autres réponses. Relisez-le, puis envoyez-le de nouveau.',
    429: 'Vous avez fait beaucoup de demandes en peu de temps. Attendez une minute, puis recommencez.',
  } as Record<number, string>,
  otherwise: 'Quelque chose s’est mal passé de notre côté. Recommencez dans un instant.',
  issue: ({ code, limit = 0 }: FieldIssue, typed: string[], type?: string, length = typed[0]?.length ?? 0): string => ({
    required: type === 'choice' || type === 'choices' ? 'Faites un choix.' : type === 'checkbox'
      ? 'Cochez cette case pour continuer.' : 'Remplissez ce champ.',
    too_long: `${count(limit, 'caractère', 'caractères')} au plus ; vous en avez écrit ${number.format(length)}.`,
    too_short: `${count(limit, 'caractère', 'caractères')} au moins ; vous en avez écrit ${number.format(length)}.`,
    too_big: `Le nombre doit être ${number.format(limit)} au plus.`,
    too_small: `Le nombre doit être ${number.format(limit)} au moins.`,
    too_many: `${number.format(limit)} choix au plus ; vous en avez pris ${number.format(typed.length)}.`,
    too_few: `${number.format(limit)} choix au moins ; vous en avez pris ${number.format(typed.length)}.`,
    format: type === 'email' ? 'Cette adresse n’est pas complète. Exemple : prenom.nom@exemple.fr'
      : type === 'url' ? 'Cette adresse n’est pas complète. Exemple : https://www.exemple.fr'
        : type === 'date' ? 'Écrivez une date qui existe. Exemple : 24/09/2026'
          : 'Ce n’est pas écrit comme attendu.',
    choice: 'Choisissez une réponse de la liste.',
    invalid: 'Cette réponse ne convient pas.',
  })[code],
  emailHint: 'Exemple : prenom.nom@exemple.fr',
  urlHint: 'Exemple : https://www.exemple.fr',
  empty: 'Rien à afficher pour le moment.',
  plot: {
    number: (value: number) => number.format(value),
    title: (name: string, from: string, to: string) => `${name}, du ${from} au ${to}`,
    table: (name: string) => `${name} : les nombres`, day: 'Jour', value: 'Nombre',
    few: 'Il faut deux relevés au moins pour tracer une courbe : revenez demain.',
  },
  contents: 'Sur cette page',
  order: 'Trier :',
  pages: {
    label: 'Pagination', first: 'Première page', previous: 'Précédent', next: 'Suivant', last: 'Dernière page',
    page: (n: number) => `Page ${number.format(n)}`, of: (n: number, all: number) =>
      `Page ${number.format(n)} sur ${number.format(all)}`,
  },
  filters: {
    title: 'Filtrer', apply: 'Appliquer les filtres', clear: 'Tout retirer', active: 'Filtres actifs',
    remove: (label: string) => `Retirer le filtre ${label}`, chosen: (n: number) => count(n, 'choix', 'choix'),
  },
  file: {
    drop: 'Glissez un fichier ici, ou choisissez-le sur votre appareil',
      dropMany: 'Glissez des fichiers ici, ou choisissez-les sur votre appareil',
    browse: 'Choisir un fichier', browseMany: 'Choisir des fichiers',
    atMost: (bytes: number) => `Taille maximale : ${size(bytes)}.`,
    formats: (names: string) => `Formats acceptés : ${names}.`,
    progress: (name: string, percent: number) => `${name} : ${percent} %`,
    cancel: (name: string) => `Annuler l’envoi de ${name}`,
    cancelled: 'Envoi annulé.', done: 'Fichier reçu.', failed: 'L’envoi a échoué. Vérifiez votre connexion, puis recommencez.',
    again: (name: string) => `Recommencer l’envoi de ${name}`,
    download: 'Télécharger',
  },
  session: {
    label: 'Fin de session', soon: 'Êtes-vous toujours là ?',
    soonWhat: 'Sans action de votre part, votre session sera fermée dans moins de deux minutes. Ce que vous avez écrit reste dans la page.',
    stay: 'Rester', over: 'Votre session est fermée',
    overWhat: 'Ce que vous avez écrit est encore là : connectez-vous dans un autre onglet, puis revenez ici.', signIn: 'Me connecter dans un autre onglet',
  },
  copy: 'Copier',
  cancel: 'Annuler',
  confirm: 'Confirmer',
  offline: 'Vous êtes hors connexion',
  backHome: 'Revenir à l’accueil',
  errors: {
    403: { title: 'Cette page ne vous est pas ouverte', what: 'Votre compte n’a pas le droit de la voir.',
      todo: 'Demandez à la personne qui vous a donné l’adresse, ou connectez-vous avec un autre compte.' },
    404: { title: 'Cette page est introuvable', what: 'Son adresse a peut-être changé, ou son contenu a été retiré.',
      todo: 'Vérifiez l’adresse, lancez une recherche, ou repartez de l’accueil.' },
    500: { title: 'Un problème est survenu', what: 'Il vient de notre côté. Rien de ce que vous aviez enregistré n’est perdu.',
      todo: 'Attendez un instant, puis rechargez la page. Si cela continue, donnez-nous l’heure et l’adresse de la page.' },
    offline: { title: 'Vous êtes hors connexion', what: 'Votre appareil n’arrive pas à joindre le service.',
      todo: 'Vérifiez votre connexion, puis rechargez la page.' },
  },
  retry: 'Recharger la page',
  reference: 'Repère pour l’assistance :',
  size,
}
