/** The home of a base: what stands first, how to share it, its links. */
export const fr = {
  highlights: {
    latest_published: 'Les dernières publiées', most_viewed: 'Les plus consultées', most_recommended: 'Les plus recommandées',
  },
  legend: 'Ressources montrées en premier',
  choices: {
    latest_published: ['Les dernières publiées', 'La liste commence par le plus récent.'],
    most_viewed: ['Les plus consultées', 'Les trois ressources les plus lues, puis toutes les autres.'],
    most_recommended: ['Les plus recommandées', 'Les trois que le plus de personnes recommandent, puis toutes les autres.'],
  } as Record<string, [string, string]>,
  all: 'Toutes les ressources', links: 'Liens', linkLabels: { website: 'Site web', facebook: 'Facebook', linkedin: 'LinkedIn', twitter: 'X (Twitter)' },
  share: 'Partager', copy: 'Copier l’adresse', mail: 'Envoyer par courriel', subject: (title: string) => `La base « ${title} »`,
  members: 'Gérer les membres', parts: 'Dans cette base',
}
