/** What programs show of the commons to people: feed readers, catalogues of libraries. */
export const fr = {
  all: (site: string) => `${site} : les dernières ressources`,
  allSubtitle: 'Les ressources publiées par toutes les bases et par les personnes qui écrivent seules.',
  base: (title: string) => `${title} : les dernières ressources`,
  feed: 'S’abonner au fil (Atom)',
  markdown: 'Télécharger le texte (Markdown)',
  pdf: 'Lire en PDF',
  /** In a Markdown file. */
  source: 'Source', licence: 'Licence', by: 'Par', published: 'Publiée le', link: 'Lien', file: 'Fichier', image: 'Image',
  linked: 'Ressource liée',
}
