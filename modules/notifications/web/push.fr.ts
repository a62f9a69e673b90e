/** What a device shows, and what the page of preferences says of devices. */
export const fr = {
  one: 'Une notification',
  several: (count: number) => `${count} notifications`,
  title: 'Sur mes appareils',
  lead: 'Un appareil peut vous avertir même quand ce site est fermé. Il montre le sujet de la notification, '
    + 'jamais ce qu’elle contient ni de qui elle vient.',
  explained: 'N’activez ceci que sur un appareil à vous. Votre navigateur vous demandera votre accord. Quand vous vous déconnectez, '
    + 'l’appareil n’affiche plus rien.',
  turnOn: 'M’avertir sur cet appareil',
  otherwise: 'Pour ajouter l’appareil que vous utilisez, il faut un navigateur récent où JavaScript est activé. '
    + 'Sur un iPhone ou un iPad, ajoutez d’abord ce site à l’écran d’accueil.',
  none: 'Aucun appareil ne vous avertit.',
  here: 'Cet appareil',
  since: 'Ajouté', used: 'dernier envoi',
  remove: 'Retirer',
  browsers: {
    firefox: 'Firefox', chrome: 'Chrome', edge: 'Edge', safari: 'Safari', opera: 'Opera', other: 'Autre navigateur',
  } as Record<string, string>,
  which: 'Ce que vos appareils annoncent se choisit plus bas, sujet par sujet.',
}
