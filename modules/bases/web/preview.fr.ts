/** Sentences of what a link's page says of itself. */
export const fr = {
  waiting: 'Aperçu du lien : nous lisons la page. Vous pouvez continuer, il viendra tout seul.',
  none: 'Ce lien n’a pas d’aperçu.',
  read: 'Lire la page du lien', again: 'Lire la page de nouveau',
  failed: {
    address: 'cette adresse ne peut pas être lue.', private: 'cette adresse n’est pas sur l’internet public.',
    redirects: 'la page renvoie sans fin vers d’autres pages.', status: 'la page n’existe pas, ou demande de s’identifier.',
    type: 'ce n’est pas une page web, ou elle ne dit rien d’elle-même.', size: 'la page est trop lourde.',
    time: 'la page met trop de temps à répondre. Nous essaierons encore.', network: 'le site ne répond pas. Nous essaierons encore.',
  } as Record<string, string>,
  failure: (why: string | undefined) => `Pas d’aperçu : ${why ?? 'la page n’a pas pu être lue.'} Le lien marche quand même.`,
  refusals: { 'bases.not-a-link': 'Ce contenu n’est pas un lien.' },
  done: { refreshPreview: 'La page du lien va être lue.' },
}
