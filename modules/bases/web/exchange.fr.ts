/** A base in one archive, taken away and brought in. */
export const fr = {
  refusals: {
    'bases.package-broken': 'Ce fichier n’est pas l’archive d’une base, ou il est abîmé. Téléchargez-la de nouveau depuis la base d’origine.',
    'bases.package-manifest': 'La description de cette archive n’est pas valable. Téléchargez l’archive de nouveau depuis la base d’origine.',
    'bases.package-name': 'Cette archive contient un fichier qu’une archive de base ne contient pas. Retirez-le, puis recommencez.',
    'bases.package-too-large': 'Cette archive est trop lourde. Elle peut peser 50 Mo, et 250 Mo une fois ouverte.',
  },
  take: {
    title: 'Emporter cette base',
    lead: 'Une archive contient les ressources, les brouillons, les collections et les fichiers, pour les garder ou les installer ailleurs. '
      + 'Les membres et les avis n’y sont pas.',
    link: 'Télécharger la base (archive ZIP)',
  },
  done: { importResources: 'Les ressources sont dans la base.' },
}
