/** Sentences that every mail carries; the others belong to the module that sends. */
export const fr = {
  /** As administrators switch it off. */
  feature: 'Courriels',
  instead: 'Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :',
  foot: (site: string, origin: string) =>
    `Ce courriel a été envoyé par ${site}, ${origin}. Il est automatique : une réponse ne serait pas lue.`,
}
