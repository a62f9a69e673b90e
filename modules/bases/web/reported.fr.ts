/** Words for what people report, and for what moderation keeps from readers. */
export const reported = {
  resource: 'ressource', base: 'base',
  withheld: { waiting: 'En attente de relecture', hidden: 'Masquée par la modération', deleted: 'Supprimée par la modération' },
  why: 'Voir la décision et sa raison',
  refusals: { 'bases.withheld': 'La modération n’a pas encore rendu cette publication visible : vous ne pouvez pas le faire vous-même.' } as Record<string, string>,
}
