/** Sentences that every mail carries; the others belong to the module that sends. */
export const fr = {
  /** As administrators switch it off. */
  feature: 'Courriels',
  words: {
    said: 'Les courriels ne partent pas pour le moment. Ceux qui permettent de se connecter partent toujours.',
    holds: 'Pendant la coupure, aucun courriel ne partira vers ces personnes, sauf ceux qui permettent de se connecter. '
      + 'Les autres attendront.',
    becomes: { send: 'partira', return: 'ne partira pas' },
    waiting: (count: number) => count === 0 ? 'Aucun courriel n’attend.' : count === 1
      ? 'Un courriel attend.' : `${count} courriels attendent.`,
  },
  instead: 'Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :',
  footAnswered: (site: string, origin: string) => `Ce courriel a été envoyé par ${site}, ${origin}.`,
  foot: (site: string, origin: string) =>
    `Ce courriel a été envoyé par ${site}, ${origin}. Il est automatique : une réponse ne serait pas lue.`,
}
