/** Sentences of what waits to be sent. */
export const fr = {
  title: 'En attente',
  titleReturned: 'Rendus, à envoyer de nouveau',
  waits: {
    switch: 'En attente : ce message sera envoyé quand la messagerie sera rétablie. Vous seul ou vous seule le voyez.',
    signal: 'En attente : une personne de la modération le lit avant son envoi. Vous seul ou vous seule le voyez.',
  } as Record<string, string>,
  returned: 'Ce message n’est pas parti : il vous est rendu. Vous seul ou vous seule le voyez.',
  why: (sentence: string) => `Il n’a pas pu partir. ${sentence}`,
  at: 'Écrit',
  to: (names: string) => `Pour ${names}`,
  seeConversation: 'Voir la conversation',
  takeBack: 'Reprendre', send: 'Envoyer', discard: 'Jeter', body: 'Votre message',
  of: (beginning: string) => `le message « ${beginning} »`,
  closed: (feature: string) => `${feature} : en pause pour vous`,
  written: 'Ce que vous écrivez est gardé, puis envoyé quand la messagerie est rétablie. Personne d’autre ne le voit d’ici là.',
  givenBack: {
    label: 'Un message que vous avez écrit n’a pas pu partir', title: 'Un de vos messages n’est pas parti',
    body: 'Il vous est rendu dans la messagerie : vous pouvez l’envoyer de nouveau ou le jeter.',
  },
  refusals: {
    'messaging.left': 'Vous n’êtes plus dans cette conversation.',
    'messaging.returned-already': 'Ce message vous a déjà été rendu.',
    'messaging.waits': 'Ce message attend déjà son envoi.',
  } as Record<string, string>,
  done: {
    takeBackMessage: 'Le message est repris : il ne partira que si vous l’envoyez.', discardHeldMessage: 'Le message est jeté.',
    sendHeldMessage: 'Votre message est pris en compte.',
  } as Record<string, string>,
}
