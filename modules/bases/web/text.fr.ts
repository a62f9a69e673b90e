/** A resource in one Markdown file, taken away and brought in. */
export const fr = {
  link: 'Importer un texte', title: 'Importer une ressource',
  lead: 'Un fichier Markdown devient un brouillon. Rien n’est publié avant que vous l’ayez relu.',
  file: 'Ou choisissez un fichier Markdown',
    fileHint: 'Celui d’une ressource téléchargée ici revient tel qu’il était. Tout autre fichier Markdown convient aussi.',
  formats: 'Fichier texte, terminé par .md ou .markdown', paste: 'Collez le texte de la ressource',
  pasteHint: 'Le premier titre devient celui de la ressource, les titres de deuxième niveau en font les parties.',
  submit: 'Importer ce texte',
  leftOut: (n: number) => n === 1 ? 'Un élément n’a pas été repris' : `${n} éléments n’ont pas été repris`,
  leftOutWhy: 'Ils montraient un fichier ou une ressource auxquels vous n’avez pas accès ici. Ajoutez-les de nouveau, si vous les avez.',
  setting: {
    title: 'Texte de la ressource',
      lead: 'Tout ce qui est écrit dans ce brouillon, en un fichier Markdown : pour le garder, le retravailler, l’importer ailleurs.',
    take: 'Télécharger le brouillon (Markdown)', replace: 'Remplacer par un texte',
    warning: 'Tout le brouillon sera remplacé. L’historique permet de revenir en arrière ; la page publiée ne change pas.',
      submit: 'Remplacer le brouillon',
  },
  refusals: {
    'bases.text-untitled': 'Ce texte n’a pas de titre. Écrivez-en un sur la première ligne, après un dièse : « # Mon titre ».',
    'bases.text-unreadable': 'Ce texte ne peut pas être repris : une partie est trop longue, ou un commentaire « sillage » y a été abîmé. '
      + 'Un titre compte 100 caractères au plus, un texte 20 000, une ressource 100 contenus.',
    'bases.text-too-large': 'Ce fichier est trop lourd pour être un texte. Il peut peser 4 Mo.',
    'bases.text-encoding': 'Ce fichier n’est pas un texte en UTF-8. Enregistrez-le de nouveau dans ce format.',
  } as Record<string, string>,
  done: { importText: 'Votre brouillon est créé à partir du texte.', replaceByText: 'Le brouillon est remplacé par le texte.' },
}
