/** Letters about one's data. `date` comes in words. */
export const mails = {
  ready: (site: string, date: string) => ({
    subject: `Vos données sur ${site} sont prêtes`, title: 'Vos données sont prêtes', action: 'Aller à mes données',
    paragraphs: [
      'Vous avez demandé une copie de tout ce que nous gardons sur vous : elle est prête.',
      `Connectez-vous pour la télécharger, jusqu’au ${date}. Ensuite, elle sera effacée ; vous pourrez en demander une autre.`,
      'Si vous n’avez rien demandé, quelqu’un utilise votre compte : fermez toutes vos sessions depuis « Mon compte ».',
    ],
  }),
  done: (site: string) => ({
    subject: `Votre compte sur ${site} est supprimé`, title: 'Votre compte est supprimé',
    paragraphs: [
      'Votre profil, vos adresses et ce qui n’était que pour vous sont effacés. Ce que vous aviez publié pour tous reste, sans votre nom.',
      'Nous ne vous écrirons plus. Vous serez toujours le bienvenu ou la bienvenue.',
    ],
  }),
  ordered: (site: string) => ({
    subject: `Votre compte sur ${site} a été supprimé`, title: 'Votre compte a été supprimé',
    paragraphs: [
      'L’équipe qui gère le service a supprimé votre compte. Votre profil, vos adresses et ce qui n’était que pour vous sont effacés. '
        + 'Ce que vous aviez publié pour tous reste, sans votre nom.',
      'Vous ne l’avez pas demandé, ou vous ne comprenez pas pourquoi ? Écrivez à l’équipe : ses coordonnées sont au bas des pages du service. '
        + 'Ce qui est effacé ne peut pas revenir.',
    ],
  }),
  inactive: (site: string, date: string) => ({
    subject: `Votre compte sur ${site} ne sert plus`, title: 'Vous nous manquez', action: 'Me connecter',
    paragraphs: [
      'Nous ne vous avons pas vu ou vue depuis longtemps. Pour ne pas garder vos données sans raison, nous supprimerons votre compte '
        + `le ${date}.`,
      'Pour le garder, connectez-vous une fois : cela suffit. Ce que vous avez publié pour tous restera dans tous les cas, sans votre nom.',
    ],
  }),
}
