/** Sentences of reports, for those who make them and those whom they concern. */
export const fr = {
  title: (label: string) => `Signaler : ${label}`,
  lead: 'Dites à l’équipe de modération ce qui ne va pas. Votre nom n’est pas montré à la personne qui a publié.',
  about: 'Vous signalez',
  link: 'Signaler',
  reason: 'Pourquoi ?',
  reasons: {
    unlawful: 'C’est contraire à la loi', hateful: 'Propos haineux ou discriminatoires', harassment: 'Harcèlement, menace',
    'private-data': 'Données personnelles d’une autre personne', misleading: 'Information fausse ou dangereuse', copyright: 'Droit d’auteur',
    spam: 'Publicité, contenu indésirable', other: 'Autre raison',
  } as Record<string, string>,
  words: 'Précisez, si vous le souhaitez',
  submit: 'Envoyer le signalement',
  mine: 'C’est vous qui l’avez publié : vous pouvez le modifier ou le retirer.',
  back: 'Revenir à la page',
  mail: (hidden: boolean, label: string, title: string, reason: string) => ({
    subject: hidden ? `Votre publication « ${title} » n’est plus visible` : `Une modification vous est demandée : « ${title} »`,
    title: hidden ? 'Votre publication n’est plus visible' : 'Une modification vous est demandée',
    paragraphs: [
      `Votre publication (${label}) « ${title} » a été signalée, et l’équipe de modération l’a regardée.`,
      hidden ? 'Elle n’est plus visible des autres personnes. Vous la voyez toujours.' : 'Elle reste visible. Modifiez-la pour répondre à ce qui suit.',
      `La raison : ${reason}`,
      'Vous n’êtes pas d’accord ? Écrivez à l’équipe du service : ses coordonnées sont au bas de chaque page.',
    ],
    action: 'Voir la publication',
  }),
  refusals: {
    'moderation.own': 'C’est vous qui l’avez publié : vous pouvez le modifier ou le retirer.',
    'moderation.already-reported': 'Vous l’avez déjà signalé. L’équipe de modération le regardera.',
    'moderation.decided': 'Une décision a déjà été prise.',
  } as Record<string, string>,
  done: {
    reportContent: 'Merci. L’équipe de modération regardera votre signalement.',
    decideOnReported: 'La décision est prise.',
  } as Record<string, string>,
}
