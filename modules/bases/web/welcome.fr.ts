/** The four steps of the welcome, and the preferences that they leave. */
export const fr = {
  title: 'Premiers pas', step: (n: number) => `Étape ${n} sur 4`, steps: ['Vous', 'Ce qui vous intéresse', 'Des bases à suivre', 'Et maintenant'],
  skip: 'Passer cette étape', next: 'Continuer', leave: 'Tout passer', stepsLabel: 'Étapes',
  later: 'Vous pouvez vous arrêter quand vous voulez : vos réponses sont gardées, et vous reprendrez où vous en étiez.',
  you: {
    title: 'Qui êtes-vous ?', job: 'Votre fonction ou votre situation', jobHint: 'Exemple : médiatrice numérique. Vous pouvez laisser vide.',
    visible: 'Qui peut voir votre profil ?',
    choices: {
      true: ['Tout le monde', 'Votre nom paraît sur ce que vous publiez, et l’on peut vous suivre. Votre adresse reste cachée.'],
      false: ['Personne', 'Ce que vous publiez dans une base porte le nom de la base.'],
    } as Record<string, [string, string]>,
  },
  interests: {
    title: 'Qu’est-ce qui vous intéresse ?', lead: 'Nous vous proposerons des bases qui en parlent. Vous seul ou vous seule voyez ces choix.',
    themes: 'Thématiques', department: 'Votre département', departmentHint: 'Vos recherches pourront le mettre en premier.',
  },
  bases: {
    title: 'Des bases à suivre', lead: 'Suivre une base, c’est voir dans vos nouveautés ce qu’elle publie.', none: 'Nous n’avons pas de base à vous proposer pour l’instant.',
    why: { department: 'De votre département', themes: 'Parle de ce qui vous intéresse', followed: 'Souvent suivie' },
    follows: (n: number) => n === 0 ? '' : n === 1 ? 'Vous suivez une base.' : `Vous suivez ${n} bases.`,
  },
  after: {
    title: 'Et maintenant ?', lead: 'Tout est prêt. Voici par où commencer.', finish: 'Terminer',
    links: { feed: 'Voir mes nouveautés', resources: 'Chercher une ressource', write: 'Écrire une ressource' },
  },
  home: {
    resume: 'Terminer vos premiers pas', resumeWhy: 'Quelques questions pour que le service vous ressemble.', next: 'Pour continuer',
    follow: 'Suivre des bases', followWhy: 'Vos nouveautés sont vides : choisissez ce que vous voulez suivre.',
    write: 'Écrire votre première ressource', writeWhy: 'Une fiche d’atelier, un tutoriel, une bonne adresse : partagez ce qui vous sert.',
    profile: 'Rendre votre profil public', profileWhy: 'On pourra vous suivre, et vous inviter à écrire par votre nom.',
    news: 'Nouveau dans ce que vous suivez', allNews: 'Voir toutes les nouveautés', invitations: 'Répondre à une invitation', invitationsWhy: 'Quelqu’un vous invite à écrire.',
  },
  preferences: {
    title: 'Mes préférences', menu: 'Mes préférences', lead: 'Ce qui vous intéresse, et ce que vous voulez recevoir.', interests: 'Ce qui vous intéresse', save: 'Enregistrer',
  },
  done: { introduceMyself: 'C’est noté.', chooseInterests: 'Vos choix sont enregistrés.' },
}
