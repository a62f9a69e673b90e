const dayOf = (at: string, timeZone: string) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone }).format(new Date(at))

interface Deletion { on: string; timeZone: string }

/** What is told about the deletion of an account while it is still there. */
export const notices = {
  family: 'Mon compte et mes données',
  asked: {
    label: 'La suppression de votre compte est demandée', action: 'Garder mon compte',
    text: ({ on, timeZone }: Deletion) => ({
      title: `Votre compte sera supprimé le ${dayOf(on, timeZone)}`,
      body: 'Vous avez demandé la suppression de votre compte. D’ici là, tout fonctionne comme avant.',
      more: [
        'Vous changez d’avis ? Connectez-vous, puis choisissez « Garder mon compte » dans « Mes données ».',
        'Si vous n’avez rien demandé, faites-le aussi : personne d’autre que vous ne doit décider de votre départ.',
      ],
    }),
  },
  soon: {
    label: 'La suppression de votre compte est proche', action: 'Garder mon compte',
    text: ({ on, timeZone }: Deletion) => ({
      title: `Votre compte sera supprimé le ${dayOf(on, timeZone)} : plus que quelques jours`,
      body: 'Votre compte et ce qu’il contient seront supprimés ce jour-là. Ce sera définitif.',
      more: ['Pour y renoncer, connectez-vous, puis choisissez « Garder mon compte » dans « Mes données ».'],
    }),
  },
  cancelled: {
    label: 'La suppression de votre compte est annulée', action: 'Aller à mes données',
    text: () => ({ title: 'Votre compte est gardé', body: 'La suppression de votre compte est annulée. Rien n’a été effacé.' }),
  },
}
