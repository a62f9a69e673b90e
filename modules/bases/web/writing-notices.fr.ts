/** What is told to those who write a resource or a base together. What goes does not say who took it away. */
export const fr = {
  family: 'Bases et ressources',
  published: {
    label: 'La publication, par une autre personne, d’une ressource que vous écrivez',
    title: (by: string, resource: string) => `${by} a publié « ${resource} », que vous écrivez ensemble`,
  },
  modified: {
    label: 'La modification, par une autre personne, d’une ressource que vous écrivez',
    title: (by: string, resource: string) => `${by} a publié une nouvelle version de « ${resource} »`,
    several: (count: number, resource: string) => `${count} nouvelles versions de « ${resource} », que vous écrivez`,
  },
  deleted: {
    label: 'La suppression, par une autre personne, d’une ressource que vous écrivez',
    title: (resource: string) => `La ressource « ${resource} », que vous écrivez, a été supprimée`,
    body: (restorable: boolean) => restorable ? 'Vous pouvez la rétablir pendant trente jours.'
      : 'La personne qui l’a créée, ou celles qui administrent sa base, peuvent la rétablir pendant trente jours.',
  },
  base: {
    label: 'La suppression d’une base où vous écrivez',
    title: (base: string) => `La base « ${base} » a été supprimée, avec ses ressources`,
    body: (restorable: boolean) => restorable ? 'Vous l’administrez : vous pouvez la rétablir pendant trente jours.'
      : 'Les personnes qui l’administrent peuvent la rétablir pendant trente jours.',
  },
}
