/** What readers think of a resource. */
export const fr = {
  title: 'Avis', count: (n: number) => n === 0 ? 'Aucun avis pour l’instant.' : `${n} avis.`,
  /** Of one opinion, and of the mean of all. */
  ratings: { 1: 'Pas du tout recommandée', 2: 'Peu recommandée', 3: 'Recommandée', 4: 'Très recommandée' } as Record<string, string>,
  mean: 'Dans l’ensemble :',
  give: { title: 'Donner votre avis', again: 'Changer votre avis', rating: 'Recommandez-vous cette ressource ?', text: 'Votre commentaire', textHint: 'Ce qui vous a servi, ce qui manque.',
    submit: 'Publier mon avis', change: 'Enregistrer', named: 'Votre nom est affiché si votre profil est public.' },
  removed: 'Réponse retirée', report: 'Signaler',
  answer: { open: 'Répondre', text: 'Votre réponse', submit: 'Répondre' },
  removal: {
    opinion: { label: 'Retirer cet avis', title: 'Retirer cet avis ?', what: 'L’avis disparaît avec les réponses qu’il a reçues. Rien ne le ramènera.' },
    answer: { label: 'Retirer cette réponse', title: 'Retirer cette réponse ?', what: 'Son texte disparaît. Les réponses qu’elle a reçues restent.' },
  },
  signIn: 'Connectez-vous pour donner votre avis.',
  somebody: 'Une personne inscrite', gone: 'Une personne qui est partie', edited: 'modifié', answers: (n: number) => `${n} ${n > 1 ? 'réponses' : 'réponse'}`,
  more: 'Voir les avis précédents', latest: 'Revenir aux derniers avis', by: (name: string) => `de ${name}`,
  done: {
    giveOpinion: 'Votre avis est publié.', removeOpinion: 'L’avis est retiré.', answerOpinion: 'Votre réponse est publiée.', removeAnswer: 'La réponse est retirée.',
  },
  refusals: { 'bases.too-many-answers': 'Cet avis a déjà 50 réponses. Écrivez plutôt le vôtre.' },
}

/** As moderation names what is reported. */
export const reported = { opinion: 'avis', answer: 'réponse à un avis', about: (title: string) => `Sur « ${title} »` }
