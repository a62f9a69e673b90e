/** Sentences of announcements, for the back office. */
export const fr = {
  menu: 'Annonces aux personnes',
  list: { title: 'Annonces envoyées aux personnes', lead: 'Ce que le service dit à tout le monde, ou à une partie des personnes.',
    create: 'Faire une annonce' },
  create: {
    title: 'Faire une annonce', lead: 'Choisissez à qui elle s’adresse : vous verrez combien de personnes elle atteint avant de l’écrire.',
    organisation: 'Organisation', organisationHint: 'Son nom exact, son SIRET ou son UAI. '
      + 'Vous pourrez ensuite choisir un de ses groupes. Vide : toutes.', role: 'Catégorie de personnes',
      anyRole: 'Toutes', group: 'Groupe de cette organisation', anyGroup: 'Tous',
    people: 'Des personnes choisies', peopleHint: 'Leurs adresses électroniques, une par ligne. Elles remplacent les choix ci-dessus.',
      see: 'Voir combien de personnes',
  },
  refusals: {
    'announcements.unknown-addresses': 'Personne n’a confirmé une ou plusieurs de ces adresses.',
    'announcements.no-such-organisation': 'Aucune organisation ouverte ne porte ce nom ou ce numéro.',
    'announcements.several-organisations': 'Plusieurs organisations portent ce nom. Écrivez le SIRET ou l’UAI.',
  } as Record<string, string>,
  done: {
    publishAnnouncement: 'L’annonce est enregistrée. La liste ci-dessous dit où elle en est.', recallAnnouncement: 'L’annonce est retirée.',
  } as Record<string, string>,
}
