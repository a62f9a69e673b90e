/** What is told of opinions and of answers. Nobody is named: a profile may be private. */
export const fr = {
  family: 'Bases et ressources', subject: 'ressource',
  given: {
    label: 'Un avis sur une ressource que vous écrivez', title: (resource: string) => `Un nouvel avis sur « ${resource} »`,
    several: (count: number, resource: string) => `${count} nouveaux avis sur « ${resource} »`,
  },
  answered: {
    label: 'Une réponse à un avis, le vôtre ou sur ce que vous écrivez', title: (resource: string) => `Une nouvelle réponse à un avis sur « ${resource} »`,
    several: (count: number, resource: string) => `${count} nouvelles réponses à des avis sur « ${resource} »`,
  },
}
