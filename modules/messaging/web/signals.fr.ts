/** Sentences about what makes messages look like spam. */
export const fr = {
  label: 'envoi de messages',
  /** What a moderator reads above the beginning of the first message that waits. */
  why: {
    'same-text': 'Le même texte à de nombreuses personnes en une heure', links: 'Beaucoup de liens depuis un compte récent',
    unanswered: 'Beaucoup de premiers messages sans réponse', unwanted: 'Plusieurs blocages ou signalements en une semaine',
    elsewhere: 'Des réponses par courriel depuis une adresse inconnue',
  } as Record<string, string>,
  title: (why: string, excerpt: string) => `${why} : « ${excerpt} »`,
  refusals: { 'messaging.not-released': 'La modération n’a pas permis son envoi.' } as Record<string, string>,
  setting: {
    label: 'Messages : signes d’envoi indésirable',
    help: 'À partir de ces nombres, ce qu’une personne écrit attend la décision d’un modérateur ou d’une modératrice. '
      + 'Qui travaille dans une organisation peut écrire à beaucoup de monde.',
    words: {
      sameText: { label: 'Le même texte à tant de personnes en une heure' },
      links: { label: 'Messages avec un lien en 24 heures, pour un compte récent' },
      newAccountDays: { label: 'Un compte est récent pendant', hint: 'En jours. Zéro : jamais.' },
      unanswered: { label: 'Personnes qui n’ont pas répondu à un premier message, en une semaine' },
      unwanted: { label: 'Blocages et signalements en une semaine' },
      elsewhere: { label: 'Réponses par courriel depuis une adresse inconnue en 24 heures' },
      trustHours: { label: 'Après une décision favorable, ne plus retenir pendant', hint: 'En heures.' },
    },
  },
}
