/** Words for what people report, and for what moderation keeps from readers. */
export const reported = {
  resource: 'ressource', base: 'base', profile: 'profil', unnamed: 'Profil sans nom',
  profileHeld: {
    waiting: 'Votre profil attend d’être relu par la modération : personne d’autre ne le voit. Un message vous dira ce qu’elle décide.',
    hidden: 'La modération a masqué votre profil : personne d’autre ne le voit.',
      deleted: 'La modération a retiré vos liens, et masqué votre profil.',
  },
  withheld: { waiting: 'En attente de relecture', hidden: 'Masquée par la modération', deleted: 'Supprimée par la modération' },
  withheldProfile: { waiting: 'En attente de relecture', hidden: 'Masqué par la modération', deleted: 'Masqué par la modération' },
  why: 'Voir la décision et sa raison',
  refusals: { 'bases.withheld': 'La modération n’a pas encore rendu cette publication visible : vous ne pouvez pas le faire vous-même.' } as Record<string, string>,
}
