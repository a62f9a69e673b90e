/** Following bases and people, the feed, public profiles. */
export const fr = {
  follow: 'Suivre', unfollow: 'Ne plus suivre',
  ask: {
    title: (name: string) => `Suivre « ${name} »`, lead: 'Ce qui sera publié viendra dans vos nouveautés. Personne d’autre que vous ne le sait.',
    already: 'C’est déjà fait : vous suivez ce qui est publié ici.', see: 'Voir la page',
  },
  menu: 'Nouveautés',
  feed: {
    title: 'Nouveautés', lead: 'Ce que viennent de publier les bases et les personnes que vous suivez.',
    becauseBase: 'Vous suivez la base', becausePerson: 'Vous suivez',
    more: 'Voir ce qui précède', latest: 'Revenir au plus récent', manage: 'Gérer ce que vous suivez',
    nothing: { title: 'Vous ne suivez encore rien', more: 'Ouvrez une base ou un profil qui vous intéresse, puis choisissez « Suivre ».', bases: 'Découvrir les bases' },
    quiet: { title: 'Rien de nouveau pour l’instant', more: 'Ce que publieront les bases et les personnes que vous suivez viendra ici.' },
  },
  followed: {
    title: 'Ce que vous suivez', lead: 'Personne d’autre que vous ne voit cette liste.', bases: 'Bases', people: 'Personnes',
    noBase: 'Aucune base.', noPerson: 'Aucune personne.', feed: 'Voir les nouveautés',
  },
  profile: {
    unnamed: 'Personne sans nom', bases: 'Ses bases', resources: 'Ses ressources', empty: 'Aucune ressource publiée pour l’instant',
    private: 'Profil privé : personne d’autre ne le voit.',
  },
  done: {
    followBase: 'Vous suivez cette base : ce qu’elle publie viendra dans vos nouveautés.', unfollowBase: 'Vous ne suivez plus cette base.',
    followPerson: 'Vous suivez cette personne : ce qu’elle publie viendra dans vos nouveautés.', unfollowPerson: 'Vous ne suivez plus cette personne.',
  },
}
