const number = new Intl.NumberFormat('fr-FR')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`

export const fr = {
  menu: 'Statistiques',
  title: 'Statistiques',
  lead: 'Ce qui se passe ici, en nombres. Aucun ne concerne une personne en particulier.',
  today: 'Aujourd’hui', searched: 'Recherches', over: 'Au fil du temps',
  totals: {
    people: (n: number) => count(n, 'compte', 'comptes'), resources: (n: number) => count(n, 'ressource publiée', 'ressources publiées'),
    bases: (n: number) => count(n, 'base', 'bases'),
  },
  searches: {
    caption: 'Nombre de recherches', when: 'Période', many: 'Recherches',
    week: 'Les 7 derniers jours', month: 'Les 30 derniers jours', all: 'Depuis le début',
    empty: (n: number, of: number) => of === 0 ? 'Aucune recherche ces 30 derniers jours.'
      : `Ces 30 derniers jours, ${number.format(Math.round(n / of * 100))} % des recherches n’ont rien trouvé.`,
    fast: (milliseconds: number) => `La moitié des recherches de la semaine ont eu leur réponse en moins de ${number.format(Math.max(1, Math.ceil(milliseconds)))} ms.`,
    quick: (milliseconds: number) => `Les titres proposés pendant la frappe : en moins de ${number.format(Math.max(1, Math.ceil(milliseconds)))} ms, une fois sur deux.`,
  },
  series: {
    searches: 'Recherches', views: 'Lectures de ressources', resources: 'Ressources publiées', bases: 'Bases créées', collections: 'Collections créées',
    saves: 'Ressources enregistrées', opinions: 'Avis donnés', people: 'Comptes ouverts',
  },
  step: { label: 'Grouper', week: 'Par semaine', month: 'Par mois' },
  plot: { week: (name: string) => `${name} par semaine`, month: (name: string) => `${name} par mois` },
  period: { week: 'Semaine du', month: 'Mois du' },
  running: { week: 'La dernière semaine n’est pas finie.', month: 'Le dernier mois n’est pas fini.' },
  csv: (name: string) => `Télécharger « ${name} » (CSV)`,
  none: 'Rien n’est encore compté. Les nombres sont mis à jour chaque heure.',
  few: 'Il faut deux périodes au moins pour tracer une courbe.',
  counted: 'Compté le',
  /** Names of files: without accents nor spaces. */
  files: {
    week: 'par-semaine', month: 'par-mois', searches: 'recherches', views: 'lectures', resources: 'ressources', bases: 'bases',
    collections: 'collections', saves: 'enregistrements', opinions: 'avis', people: 'comptes',
  },
}
