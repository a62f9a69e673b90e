const mark = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What people say of the service itself, and where administrators read it. */
export const fr = {
  title: 'Votre avis sur le service', lead: 'Deux minutes pour dire ce qui vous sert et ce qui vous gêne. Nous lisons tout.',
  rating: 'Quelle note donnez-vous au service ?', ratingHint: 'De 1, « pas du tout utile », à 10, « très utile ».',
  area: 'Qu’est-ce qui a été le plus difficile ?', areaNone: 'Rien de particulier',
  areas: {
    search: 'Chercher', resources: 'Lire ou écrire une ressource', collections: 'Ranger dans des collections', profile: 'Mon profil', bases: 'Les bases', other: 'Autre chose',
  } as Record<string, string>,
  text: 'Vos remarques', textHint: 'N’y écrivez pas de renseignements personnels, ni sur vous ni sur d’autres.', contact: 'J’accepte que l’on me réponde', contactHint: 'À l’adresse de votre compte.',
  submit: 'Envoyer mon avis',
  privacy: {
    signedIn: 'Votre nom est joint à votre avis. Les personnes qui administrent le service le lisent, et personne d’autre. Si vous supprimez votre compte, l’avis reste, sans votre nom.',
    visitor: 'Votre avis est anonyme : nous ne gardons ni votre nom, ni votre adresse.',
  },
  thanks: 'Merci. Votre avis est envoyé.', another: 'Vous pouvez en envoyer un autre.',
  done: { giveSiteFeedback: 'Merci. Votre avis est envoyé.' },
  refusals: { 'bases.enough-feedback': 'Vous avez déjà envoyé cinq avis aujourd’hui. Merci : reprenez demain.' },
  footer: 'Votre avis sur le service',
  backOffice: {
    menu: 'Avis sur le service', title: 'Avis sur le service', none: 'Personne n’a encore donné son avis.',
    mean: (value: number, n: number) => `${mark.format(value)} sur 10 en moyenne sur douze mois, ${n} avis`, areas: 'Ce qui a été difficile, sur douze mois',
    columns: { area: 'Difficulté', count: 'Avis', mean: 'Note moyenne' }, noArea: 'Rien de particulier', score: (value: number) => mark.format(value),
    months: 'Note moyenne de chaque mois', list: 'Derniers avis', columnsOf: { at: 'Date', rating: 'Note', area: 'Difficulté', text: 'Remarques', who: 'Par' },
    out: (n: number) => `${n} sur 10`, visitor: 'Une personne non connectée', gone: 'Une personne sans nom', contact: 'Accepte une réponse', next: 'Avis précédents', all: 'Tous', filter: 'Difficulté',
  },
}
