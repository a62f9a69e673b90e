const hours = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [hour, `${hour} h`]))

/** Sentences of the pages of notifications. */
export const fr = {
  somebody: 'Une personne',
  unknown: 'Une notification d’une partie du service qui n’est plus proposée',
  feature: {
    label: 'Notifications',
    words: {
      said: 'Ce qui est important vous parvient toujours. Le reste n’est pas annoncé pour le moment. Vos messages et vos pages, eux, '
        + 'sont à jour.',
      holds: 'Pendant la coupure, seul ce qui est important leur sera annoncé : la suppression de leur compte, '
        + 'une décision de modération, une annonce urgente. '
        + 'Le reste attendra.',
      becomes: { send: 'sera annoncé d’un coup', return: 'ne sera pas annoncé' },
      waiting: (count: number) => count === 0 ? 'Rien n’attend.' : count === 1
        ? 'Une notification attend.' : `${count} notifications attendent.`,
    },
  },
  list: {
    title: 'Notifications',
    lead: (unread: number) => unread === 0 ? 'Vous avez tout lu.' : unread === 1 ? 'Une notification non lue.'
      : `${unread > 99 ? 'Plus de 99' : unread} notifications non lues.`,
    choose: 'Choisir ce que je reçois',
    filters: 'Notifications affichées', every: 'Toutes', onlyUnread: 'Non lues',
    today: 'Aujourd’hui', yesterday: 'Hier',
    unread: 'Non lue', critical: 'Important',
    open: 'Ouvrir', markRead: 'Marquer comme lue', markUnread: 'Marquer comme non lue', readAll: 'Tout marquer comme lu',
    mute: (label: string) => `Mettre en sourdine (${label})`,
    empty: 'Aucune notification pour le moment', emptyLead: 'Ce qui vous concerne sera annoncé ici.',
    emptyUnread: 'Vous avez tout lu', all: 'Voir toutes les notifications',
    older: 'Voir les plus anciennes',
  },
  preferences: {
    title: 'Ce que je reçois',
    lead: 'Choisissez ce qui vous est annoncé, où et quand. Ce qui est important vous parvient toujours.',
    kinds: 'Par sujet', none: 'Rien n’est encore annoncé sur ce service.',
    columns: { what: 'Quoi', screen: 'Dans le service', mail: 'Par courriel', push: 'Sur mes appareils' },
    screenOf: (label: string) => `Dans le service : ${label}`, mailOf: (label: string) => `Par courriel : ${label}`,
    pushOf: (label: string) => `Sur mes appareils : ${label}`,
    always: 'Toujours', alwaysMail: 'Tout de suite',
    paces: { 'at-once': 'Tout de suite', daily: 'Chaque jour', weekly: 'Chaque semaine', never: 'Jamais' },
    save: 'Enregistrer mes choix',
    rhythm: 'À quelles heures',
    rhythmLead: (timeZone: string) => `Heures de votre fuseau horaire (${timeZone.replaceAll('_', ' ')}).`,
    quietFrom: 'Rien à partir de', quietTo: 'Jusqu’à',
    quietHint: 'Ni courriel, ni notification sur vos appareils. Laissez les deux vides pour en recevoir à toute heure.',
    noHour: 'Aucune heure', hours,
    digests: 'Recevoir les récapitulatifs par courriel',
    digestHour: 'Heure des récapitulatifs', digestDay: 'Jour du récapitulatif de la semaine',
    days: { 1: 'Lundi', 2: 'Mardi', 3: 'Mercredi', 4: 'Jeudi', 5: 'Vendredi', 6: 'Samedi', 7: 'Dimanche' } as Record<string, string>,
    saveRhythm: 'Enregistrer ces heures',
    muted: 'En sourdine', mutedLead: 'Vous ne recevez rien à leur sujet, sauf ce qui est important.',
    noneMuted: 'Rien n’est en sourdine.', gone: 'Un élément que vous ne voyez plus', unmute: 'Recevoir à nouveau',
  },
  unsubscribe: {
    title: 'Recevoir moins de courriels',
    digest: 'Vous ne recevrez plus de récapitulatif par courriel. Vos notifications restent dans le service.',
    kinds: 'Vous ne recevrez plus de courriel pour :',
    confirm: 'Ne plus recevoir',
    doneTitle: 'C’est fait',
    doneDigest: 'Vous ne recevez plus de récapitulatif par courriel.', doneKinds: 'Vous ne recevez plus de courriel pour :',
    choose: 'Choisir ce que je reçois',
  },
  refusals: {
    'notifications.quiet-half': 'Donnez les deux heures, ou aucune.',
    'notifications.quiet-whole': 'Les deux heures sont les mêmes : choisissez-en deux différentes, ou aucune.',
    'notifications.kind-unknown': 'Ce sujet ne peut pas être réglé.',
    'notifications.push-not-offered': 'Ce service n’envoie pas de notifications sur les appareils.',
    'notifications.device-unreadable': 'Votre navigateur n’a pas donné une clé lisible. Rechargez la page et recommencez.',
    'notifications.too-many-devices': 'Vous avez déjà vingt appareils. Retirez-en un avant d’en ajouter un autre.',
  } as Record<string, string>,
  done: {
    chooseNotifications: 'Vos choix sont enregistrés.',
    setNotificationRhythm: 'Vos heures sont enregistrées.',
    readAllNotifications: 'Tout est marqué comme lu.',
    enrolDevice: 'Vous recevrez vos notifications sur cet appareil.',
    removeDevice: 'Cet appareil ne reçoit plus de notifications.',
    muteSubject: 'Vous ne recevrez plus rien à ce sujet.',
    unmuteSubject: 'Vous recevrez à nouveau ce qui s’y passe.',
  } as Record<string, string>,
}
