const number = new Intl.NumberFormat('fr-FR')

const found = {
  resources: ['Une nouvelle ressource', 'nouvelles ressources'], bases: ['Une nouvelle base', 'nouvelles bases'],
  profiles: ['Un nouveau profil', 'nouveaux profils'],
} as const

/** Sentences of the searches that one keeps. */
export const fr = {
  menu: 'Mes recherches gardées',
  title: 'Mes recherches gardées',
  lead: 'Retrouvez une recherche en un clic, et recevez chaque jour une alerte quand elle trouve du nouveau.',
  save: 'Garder cette recherche',
  newTitle: 'Garder une recherche',
  newLead: 'Elle n’est visible que de vous.',
  name: 'Nom de la recherche', nameHint: 'Par exemple : « Ateliers pour les seniors »',
  alerts: { resources: 'Me prévenir quand de nouvelles ressources y répondent', bases: 'Me prévenir quand de nouvelles bases y répondent',
    profiles: 'Me prévenir quand de nouveaux profils y répondent' },
  kinds: { resources: 'Ressources', bases: 'Bases', profiles: 'Profils' }, department: (name: string) => `Département : ${name}`,
  alertsHint: 'Une fois par jour au plus, et seulement s’il y a du nouveau.',
  asked: 'Ce qui est cherché', anything: 'Tout',
  submit: 'Garder la recherche',
  again: 'Lancer la recherche',
  alertsOn: 'Alerte active', alertsOff: 'Sans alerte',
  stop: 'Ne plus me prévenir', start: 'Me prévenir', remove: 'Supprimer',
  empty: 'Vous ne gardez aucune recherche.',
    emptyHint: 'Cherchez une ressource, une base ou une personne, puis choisissez « Garder cette recherche ».',
      go: 'Chercher des ressources',
  words: (text: string) => `Mots : « ${text} »`, themes: 'Thématique', supportTypes: 'Type de support', audiences: 'Public', base: 'Dans une base',
  since: 'Gardée le',
  alert: {
    family: 'Recherches', label: 'Du nouveau dans une recherche que vous gardez', subject: 'recherche gardée',
    title: (name: string, count: number, kind: 'resources' | 'bases' | 'profiles') => {
      const [one, many] = found[kind]
      return `${count < 2 ? one : `${count >= 20 ? 'Au moins 20' : number.format(count)} ${many}`} pour votre recherche « ${name} »`
    },
    why: 'Vous recevez ce message parce que vous gardez cette recherche et avez demandé une alerte. Pour arrêter : « Mes recherches gardées », puis « Ne plus me prévenir ».',
  },
  refusals: {
    'bases.search-empty': 'Cherchez d’abord un mot, ou choisissez un filtre.',
    'bases.too-many-searches': 'Vous gardez déjà 50 recherches : supprimez-en une pour garder celle-ci.',
  },
  done: {
    saveSearch: 'La recherche est gardée.', deleteSearch: 'La recherche est supprimée.', setSearchAlert: 'Votre choix est enregistré.',
  },
}
