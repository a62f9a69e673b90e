const conversations = (count: number) =>
  count === 1 ? 'une conversation non lue' : `${count > 99 ? 'plus de 99' : count} conversations non lues`
const others = (count: number) => count === 1 ? 'une autre personne' : `${count} autres personnes`

const inside = (title: string) => ` dans « ${title} »`

/** Sentences of what is told about messages. */
export const notices = {
  family: 'Messages', conversation: 'conversation',
  received: {
    label: 'Vous recevez un message',
    title: (by: string, title: string | null) => title ? `${by} a écrit dans « ${title} »` : `${by} vous a écrit`,
    several: (count: number, title: string | null) => `${count} nouveaux messages${title ? inside(title) : ' dans une conversation'}`,
  },
  announced: {
    label: 'Une annonce est faite à l’un de vos groupes',
    title: (by: string, title: string | null) => `${by} fait une annonce${title ? inside(title) : ''}`,
    several: (count: number, title: string | null) => `${count} nouvelles annonces${title ? inside(title) : ''}`,
  },
}

/** Sentences of the pages of messages. */
export const fr = {
  feature: 'Messages', message: 'message',
  somebody: 'Une personne',
  gone: 'Une personne qui est partie',
  behaviour: 'Cette conversation',
  alone: 'Conversation sans autre personne',
  named: (names: readonly string[], more: number) => more > 0 ? `${names.join(', ')} et ${others(more)}`
    : names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names.at(-1)}` : names.join(''),
  list: {
    title: 'Messages',
    lead: (unread: number) => unread === 0 ? 'Vous avez tout lu.' : `Vous avez ${conversations(unread)}.`,
    write: 'Écrire un message', channels: 'Canaux de mes groupes', blocked: 'Personnes bloquées', more: 'Autres pages de la messagerie',
    filters: 'Conversations affichées', current: 'En cours', archived: 'Archivées', conversations: 'Conversations',
    search: 'Chercher dans mes messages',
    all: 'Voir toutes mes conversations',
    unread: (count: number) => count === 1 ? '1 non lu' : `${count} non lus`, draft: 'Brouillon',
    announcements: 'Annonces', channel: 'Canal', group: 'Groupe',
    you: 'Vous', said: (by: string, text: string) => `${by} : ${text}`, deleted: 'message supprimé', open: 'Ouvrir',
    archive: 'Archiver', unarchive: 'Ne plus archiver',
    empty: 'Aucune conversation pour le moment', emptyLead: 'Écrivez aux personnes de vos organisations et de vos groupes.',
    emptyArchived: 'Rien n’est archivé',
    older: 'Conversations plus anciennes',
  },
  conversation: {
    with: (names: string) => `Avec ${names}.`, more: 'et d’autres personnes', you: 'vous',
    messages: 'Messages', none: 'Rien n’est encore écrit ici.', older: 'Voir les messages plus anciens',
    last: 'Revenir aux derniers messages',
    markRead: (count: number) => count === 1 ? 'Marquer le nouveau message comme lu' : `Marquer les ${count} nouveaux messages comme lus`,
    isNew: 'Nouveau', edited: 'modifié', deleted: 'Message supprimé', erased: 'Message d’une personne qui est partie',
    answer: 'Répondre', answerAll: 'Écrire',
    inAnswer: (by: string, text: string) => `En réponse à ${by} : « ${text} »`,
    write: 'Votre message', send: 'Envoyer',
    keep: 'Garder en brouillon',
    draft: 'Ce message est un brouillon : vous seul ou vous seule le voyez.',
    discard: 'Jeter le brouillon',
    edit: 'Modifier', editTitle: 'Modifier mon message', save: 'Enregistrer', giveUp: 'Renoncer',
    remove: 'Supprimer', removeTitle: 'Supprimer ce message ?',
    removeWhat: 'Ses mots disparaissent pour toutes les personnes. Il reste écrit « Message supprimé ».',
    report: 'Signaler', of: (by: string) => `de ${by}`,
    people: 'Personnes', archive: 'Archiver', unarchive: 'Ne plus archiver',
    block: 'Bloquer cette personne', blockTitle: (name: string) => `Bloquer ${name} ?`,
    blockWhat: 'Vous ne recevrez plus ses messages, et vous ne pourrez plus lui écrire. Elle ne saura pas que vous l’avez bloquée.',
    unblock: 'Ne plus bloquer cette personne',
    leave: 'Quitter la conversation', leaveTitle: 'Quitter cette conversation ?',
    leaveWhat: 'Vous ne lirez plus rien de cette conversation, même ancienne.',
    closed: {
      'messaging.no-reply': 'Ce canal sert aux annonces : on n’y répond pas.',
      'messaging.blocked': 'Vous avez bloqué cette personne : vous ne vous écrivez plus.',
      'messaging.not-reachable': 'Vous ne pouvez pas écrire à cette personne.',
      'messaging.gone': 'Il n’y a plus personne d’autre dans cette conversation.',
    } as Record<string, string>,
  },
  create: {
    title: 'Écrire un message', to: 'À qui', toHint: 'Les personnes de vos organisations et de vos groupes.',
    search: 'Chercher une personne par son nom',
    isMore: 'D’autres personnes ont ce nom ou suivent : précisez votre recherche.',
    none: 'Personne ne correspond',
    noneLead: 'Vous pouvez écrire aux personnes de vos organisations et de vos groupes, et à qui vous a écrit.',
    name: 'Titre de la conversation', nameHint: 'Pour plusieurs personnes.', apart: 'Envoyer à part à chaque personne',
    apartHint: 'Chacune reçoit votre message dans sa propre conversation, sans savoir qui d’autre l’a reçu.',
    body: 'Votre message', send: 'Envoyer',
    from: (organisation: string, group: string | null) => group ? `${organisation}, ${group}` : organisation,
  },
  channels: {
    title: 'Canaux de mes groupes', lead: 'Un canal réunit toutes les personnes d’un groupe, et suit ses arrivées et ses départs.',
    none: 'Aucun de vos groupes n’a de canal', mine: 'Canaux', open: 'Ouvrir un canal', group: 'Groupe', name: 'Nom du canal',
    announcements: 'Réservé aux annonces', announcementsHint: 'Les personnes qui encadrent le groupe écrivent, les autres lisent.',
    submit: 'Ouvrir le canal',
    of: (group: string) => `Groupe : ${group}`, isAnnouncements: 'Annonces',
  },
  blocked: {
    title: 'Personnes bloquées', lead: 'Vous ne recevez pas leurs messages. Elles ne savent pas que vous les avez bloquées.',
    none: 'Vous ne bloquez personne',
    unblock: 'Ne plus bloquer', since: 'Depuis',
  },
  refusals: {
    'messaging.no-reply': 'Ce canal sert aux annonces : on n’y répond pas.',
    'messaging.blocked': 'Vous avez bloqué cette personne. Débloquez-la pour lui écrire.',
    'messaging.not-reachable': 'Vous ne pouvez pas écrire à l’une de ces personnes. Vérifiez votre choix.',
    'messaging.gone': 'Il n’y a plus personne d’autre dans cette conversation.',
    'messaging.not-there': 'Le message auquel vous répondez n’est pas dans cette conversation.',
    'messaging.oneself': 'Choisissez une autre personne que vous.',
    'messaging.deleted': 'Ce message est déjà supprimé.',
    'messaging.too-late': 'Un message se modifie dans le quart d’heure qui suit son envoi. Écrivez-en un autre.',
    'messaging.not-left': 'Cette conversation ne se quitte pas : archivez-la.',
    'messaging.channel-exists': 'Ce groupe a déjà un canal de ce nom. Choisissez un autre nom.',
  } as Record<string, string>,
  done: {
    startConversation: 'Votre message est pris en compte.', discardDraft: 'Le brouillon est jeté.',
    leaveConversation: 'Vous avez quitté la conversation.',
    editMessage: 'Votre message est modifié.', deleteMessage: 'Votre message est supprimé.', archiveConversation: 'C’est fait.',
    blockPerson: 'Cette personne est bloquée.', unblockPerson: 'Cette personne n’est plus bloquée.', openChannel: 'Le canal est ouvert.',
  } as Record<string, string>,
}
