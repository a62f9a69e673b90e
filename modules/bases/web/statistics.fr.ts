const number = new Intl.NumberFormat('fr-FR')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`

/** Sentences of the statistics of those who write. */
export const fr = {
  link: 'Statistiques',
  resource: (title: string) => `Statistiques de « ${title} »`, base: (title: string) => `Statistiques de la base « ${title} »`,
  leadResource: 'Ce que votre ressource devient chez celles et ceux qui la lisent. Personne n’y est nommé.',
  leadBase: 'Ce que les ressources de la base deviennent chez celles et ceux qui les lisent. Personne n’y est nommé.',
  back: 'Revenir à la ressource', backBase: 'Revenir à la base',
  total: 'Depuis le début', over: 'Au fil du temps', mostRead: 'Les plus lues',
  totals: {
    views: (n: number) => count(n, 'lecture', 'lectures'), clicks: (n: number) => count(n, 'lien suivi', 'liens suivis'),
    downloads: (n: number) => count(n, 'fichier téléchargé', 'fichiers téléchargés'),
    saves: (n: number) => count(n, 'enregistrement', 'enregistrements'),
    opinions: (n: number) => count(n, 'avis', 'avis'), resources: (n: number) => count(n, 'ressource publiée', 'ressources publiées'),
    followers: (n: number) => count(n, 'personne suit la base', 'personnes suivent la base'),
  },
  series: { views: 'Lectures', clicks: 'Liens suivis', downloads: 'Fichiers téléchargés', saves: 'Enregistrements', opinions: 'Avis' },
  readCaption: 'Les vingt ressources les plus lues',
  columns: {
    resource: 'Ressource', views: 'Lectures', saves: 'Enregistrements', opinions: 'Avis', clicks: 'Liens suivis',
    downloads: 'Fichiers téléchargés',
  },
  parts: {
    title: 'Liens et fichiers', part: 'Lien ou fichier', kind: 'Sorte', openings: 'Ouvertures', target: 'Adresse ou nom du fichier',
    kinds: { link: 'Lien', file: 'Fichier' }, none: 'La ressource n’a plus de lien ni de fichier.',
    withdrawn: (n: number) => `Et ${count(n, 'ouverture', 'ouvertures')} de liens ou de fichiers que la ressource n’a plus.`,
    how: 'Le même lien ou le même fichier, ouvert plusieurs fois en deux heures avec le même navigateur, compte une fois. '
      + 'Les robots ne sont pas comptés.',
  },
  step: { label: 'Grouper', week: 'Par semaine', month: 'Par mois' },
  plot: { week: (name: string) => `${name} par semaine`, month: (name: string) => `${name} par mois` },
  period: { week: 'Semaine du', month: 'Mois du' },
  none: 'Rien n’est encore compté : revenez quand on l’aura lue.', noneBase: 'La base n’a pas encore de ressource lue.',
  few: 'Il faut deux périodes au moins pour tracer une courbe.',
  csv: 'Télécharger les nombres (CSV)', csvResources: 'Télécharger ce tableau (CSV)', csvParts: 'Télécharger ce tableau (CSV)',
  since: 'Les lectures sont comptées jour par jour depuis l’arrivée de cette page ; le total les compte depuis le début.',
}
