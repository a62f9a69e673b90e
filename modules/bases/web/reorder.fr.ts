/** Sentences of the handle by which a content, or a resource of a collection, is moved. */
export const fr = {
  handle: (name: string) => `Déplacer « ${name} »`,
  how: 'Faites glisser la poignée, ou servez-vous des flèches haut et bas du clavier.',
  moved: (place: number, count: number) => `Le contenu est maintenant à la place ${place} sur ${count}.`,
  collection: {
    moved: (place: number, count: number) => `La ressource est maintenant à la place ${place} sur ${count}.`,
    failed: 'Le déplacement n’a pas pu être enregistré. L’ordre affiché est celui de la collection.',
  },
  failed: 'Le déplacement n’a pas pu être enregistré. L’ordre affiché est celui du brouillon.',
}
