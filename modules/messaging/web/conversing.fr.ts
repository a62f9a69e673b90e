const people = (count: number) => count === 1 ? 'une personne' : `${count} personnes`
const inside = (title: string | null) => title ? ` dans « ${title} »` : ''
/** Characters by which one knows again the message that began an exchange. */
const BEGINNING = 60
/** People who are counted and not named. */
const rest = (count: number) => count <= 0 ? [] : [count === 1 ? 'une autre personne' : `${count} autres personnes`]
const listed = (names: readonly string[]) => names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names.at(-1)}` : names.join('')

/** Sentences of what is told of conversations, beside their messages. */
export const notices = {
  mentioned: {
    label: 'Une personne vous mentionne dans un message',
    title: (by: string, title: string | null) => `${by} vous mentionne${inside(title)}`,
    several: (count: number, title: string | null) =>
      `${count} messages vous mentionnent${title ? inside(title) : ' dans une conversation'}`,
  },
  added: {
    label: 'Une personne vous ajoute à une conversation',
    title: (by: string, title: string | null) => `${by} vous ajoute à une conversation${title ? ` : « ${title} »` : ''}`,
  },
  thread: 'fil de réponses',
  threadOf: (body: string) => `Réponses à « ${body.slice(0, BEGINNING)}${body.length > BEGINNING ? '…' : ''} »`,
}

/** Sentences of the pages: reactions, mentions, sending later, receipts, folders, people of a group, threads, search. */
export const fr = {
  reactions: {
    react: 'Réagir', refused: 'Cette réaction n’est pas enregistrée. Réessayez.',
    signs: { agreed: '👍', thanks: '🙏', 'well-done': '👏', heart: '❤️', smile: '😄', looking: '👀' },
    names: {
      agreed: 'D’accord', thanks: 'Merci', 'well-done': 'Bravo', heart: 'J’aime', smile: 'Cela fait sourire', looking: 'Je regarde cela',
    },
    /** Who put a sign, and what pressing it does. */
    told: (name: string, isMine: boolean, others: readonly string[], count: number) => {
      const more = count - others.length - (isMine ? 1 : 0)
      const who = listed([...isMine ? ['vous'] : [], ...others, ...rest(more)])
      return `${name} : ${who}. ${isMine ? 'Retirer ma réaction' : 'Réagir de même'}`
    },
  },
  mentions: {
    hint: 'Pour mentionner une personne de la conversation, écrivez @ puis son prénom et son nom.', list: 'Personnes à mentionner',
  },
  later: {
    summary: 'Envoyer plus tard', day: 'Jour', time: 'Heure', timeHint: 'Par exemple 08:30.',
    hint: (zone: string) => `À l’heure de votre fuseau horaire (${zone}).`,
    send: 'Programmer l’envoi', title: 'Messages programmés', lead: 'Vous seul ou vous seule les voyez jusqu’à leur envoi.',
    leaves: 'Partira', edit: 'Modifier', save: 'Enregistrer', giveUp: 'Renoncer', body: 'Votre message',
    cancel: 'Annuler l’envoi', cancelTitle: 'Annuler l’envoi de ce message ?', cancelWhat: 'Il ne partira pas, et ses mots disparaissent.',
    of: (beginning: string) => `du message « ${beginning} »`,
  },
  receipts: {
    readBy: (names: readonly string[], count: number) => names.length === 0 ? `Lu par ${people(count)}`
      : `Lu par ${listed([...names, ...rest(count - names.length)])}`,
    title: 'Confirmations de lecture',
    lead: 'Les autres voient jusqu’où vous avez lu, et vous voyez jusqu’où elles et ils ont lu. ' +
      'Si vous refusez, personne ne le voit de vous, et vous ne le voyez de personne.',
    isShown: 'En ce moment, les autres voient ce que vous avez lu.', isHidden: 'En ce moment, personne ne voit ce que vous avez lu.',
    show: 'Montrer ce que j’ai lu', hide: 'Ne plus montrer ce que j’ai lu',
  },
  folders: {
    title: 'Mes dossiers', lead: 'Rangez vos conversations comme vous voulez : personne d’autre ne voit vos dossiers.',
    none: 'Vous n’avez pas encore de dossier', create: 'Créer un dossier', name: 'Nom du dossier', submit: 'Créer le dossier',
    rename: 'Renommer', newName: 'Nouveau nom', remove: 'Supprimer', removeTitle: (name: string) => `Supprimer le dossier « ${name} » ?`,
    removeWhat: 'Ses conversations restent : elles ne sont plus dans un dossier.', about: (name: string) => `le dossier « ${name} »`,
    holds: (count: number, unread: number) => count === 1 && unread === 1 ? 'Une conversation, non lue'
      : `${count === 0 ? 'Aucune conversation' : count === 1 ? 'Une conversation' : `${count} conversations`}${
      unread === 0 ? '' : `, dont ${unread} non ${unread === 1 ? 'lue' : 'lues'}`}`,
    file: 'Dossier de cette conversation', nowhere: 'Aucun dossier', put: 'Ranger', place: 'Ranger cette conversation',
    manage: 'Gérer mes dossiers',
    inside: (name: string) => `Dossier « ${name} »`, empty: 'Ce dossier est vide',
    emptyLead: 'Ouvrez une conversation pour la ranger ici : elle reste aussi parmi les conversations en cours.',
  },
  group: {
    title: 'Personnes et nom du groupe', manage: 'Ajouter des personnes ou renommer', add: 'Ajouter des personnes', submit: 'Ajouter',
    who: 'Qui ajouter',
    whoHint: 'Elles liront à partir de leur arrivée, et rien de ce qui a été écrit avant. Une ligne dira qui les a ajoutées.',
    search: 'Chercher une personne par son nom', none: 'Personne ne correspond',
    noneLead: 'Vous pouvez ajouter les personnes de vos organisations et de vos groupes.',
    isMore: 'D’autres personnes ont ce nom ou suivent : précisez votre recherche.',
    rename: 'Renommer le groupe', name: 'Nom du groupe', save: 'Renommer',
    cameLater: 'Vous lisez cette conversation depuis votre arrivée.',
    /** A line among the messages. `null` stands for somebody who is gone. */
    happened: (kind: string, { by, isMine, who, isMe, title }: Happened) => {
      const doer = isMine ? 'Vous avez' : `${by ?? 'Une personne'} a`
      if (kind === 'added') return isMe ? `${by ?? 'Une personne'} vous a ajouté ou ajoutée` : `${doer} ajouté ${who ?? 'une personne'}`
      if (kind === 'left') return `${isMine ? 'Vous avez' : `${by ?? 'Une personne'} a`} quitté la conversation`
      return `${doer} renommé le groupe : « ${title ?? ''} »`
    },
  },
  threads: {
    count: (count: number) => count === 1 ? 'Voir la réponse' : `Voir les ${count} réponses`, see: 'Voir le fil', of: 'Fil de réponses',
    back: 'Revenir à toute la conversation',
    mute: 'Les notifications d’un fil se mettent en sourdine depuis la page des notifications.',
  },
  search: {
    title: 'Chercher dans mes messages', label: 'Mots à chercher', lead: 'Dans toutes vos conversations, même archivées.',
    found: (q: string) => `Messages où il est écrit « ${q} »`, none: 'Aucun message ne contient ces mots',
    noneLead: 'Vérifiez l’orthographe, ou cherchez avec moins de mots.', start: 'Écrivez un ou plusieurs mots',
    startLead: 'Les accents et les majuscules ne comptent pas.', older: 'Messages plus anciens',
    said: (by: string, title: string) => `${by}, dans « ${title} »`,
  },
  refusals: {
    'messaging.not-a-group': 'Cela se fait dans une conversation de groupe seulement.',
    'messaging.has-left': 'L’une de ces personnes a quitté la conversation : on ne l’y ramène pas. Écrivez-lui à part.',
    'messaging.group-full': 'Un groupe réunit cent personnes au plus. Choisissez moins de personnes.',
    'messaging.when': 'Dites le jour et l’heure auxquels envoyer ce message.',
    'messaging.past': 'Ce moment est déjà passé. Choisissez un jour et une heure à venir.',
    'messaging.too-far': 'Choisissez un moment dans l’année qui vient.',
    'messaging.too-many-scheduled': 'Vous avez déjà cinquante messages programmés. Attendez que l’un parte, ou annulez-en un.',
    'messaging.folder-exists': 'Vous avez déjà un dossier de ce nom. Choisissez un autre nom.',
    'messaging.too-many-folders': 'Vous avez déjà cinquante dossiers. Supprimez-en un pour en créer un autre.',
    'messaging.no-folder': 'Ce dossier n’existe plus.',
  } as Record<string, string>,
  done: {
    changeScheduledMessage: 'Le message programmé est modifié.', cancelScheduledMessage: 'Le message programmé ne partira pas.',
    chooseReadReceipts: 'Votre choix est enregistré.', createFolder: 'Le dossier est créé.', renameFolder: 'Le dossier est renommé.',
    deleteFolder: 'Le dossier est supprimé, ses conversations restent.', fileConversation: 'La conversation est rangée.',
    addPeople: 'C’est fait : ces personnes sont dans la conversation.', renameGroup: 'Le groupe est renommé.',
  } as Record<string, string>,
}

interface Happened { by: string | null; isMine: boolean; who: string | null; isMe: boolean; title: string | null }
