/** Sentences of a resource on paper. */
export const fr = {
  link: 'Imprimer ou enregistrer en PDF',
  documentTitle: (title: string) => `À imprimer – ${title}`,
  how: 'Cette page tient sur le papier telle que vous la voyez ici, avec l’adresse de chaque lien. Pour un PDF, choisissez « Enregistrer au format PDF » '
    + 'comme imprimante.',
  without: 'Si rien ne se passe, ouvrez le menu de votre navigateur, puis « Imprimer ».',
  print: 'Imprimer ou enregistrer en PDF', back: 'Revenir à la ressource',
  about: 'À propos de cette ressource',
  by: 'Par', base: 'Base', published: 'Publiée le', updated: 'Mise à jour le', licence: 'Licence', source: 'Adresse',
  page: (one: number, all: number) => `Page ${one} sur ${all}`,
}
