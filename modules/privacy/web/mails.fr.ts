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
  asked: (site: string, date: string) => ({
    subject: `Votre compte sur ${site} sera supprimé le ${date}`, title: 'Votre compte va être supprimé', action: 'Garder mon compte',
    paragraphs: [
      `Vous avez demandé la suppression de votre compte. Elle se fera le ${date} ; d’ici là, tout fonctionne comme avant.`,
      'Vous changez d’avis ? Connectez-vous, puis choisissez « Garder mon compte » dans « Mes données ».',
      'Si vous n’avez rien demandé, faites-le aussi : personne d’autre que vous ne doit décider de votre départ.',
    ],
  }),
  cancelled: (site: string) => ({
    subject: `Votre compte sur ${site} est gardé`, title: 'Votre compte est gardé', action: 'Aller à mes données',
    paragraphs: ['La suppression de votre compte est annulée. Rien n’a été effacé.'],
  }),
  soon: (site: string, date: string) => ({
    subject: `Votre compte sur ${site} sera supprimé le ${date}`, title: 'Plus que quelques jours', action: 'Garder mon compte',
    paragraphs: [
      `Votre compte et ce qu’il contient seront supprimés le ${date}. Ce sera définitif.`,
      'Pour y renoncer, connectez-vous, puis choisissez « Garder mon compte » dans « Mes données ».',
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
