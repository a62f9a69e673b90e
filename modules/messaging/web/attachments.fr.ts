/** Sentences of files that go with messages. */
export const fr = {
  feature: 'Pièces jointes',
  attach: 'Joindre des fichiers',
  title: 'Joindre des fichiers',
  lead: (name: string) => `Dans la conversation « ${name} ».`,
  files: 'Fichiers',
  formats: (count: number) => `images, PDF, documents de bureautique, textes, sons, vidéos ou archives ZIP ; ${count} fichiers au plus`,
  kept: (count: number) => count === 1 ? 'Un fichier est déjà reçu : il partira avec le message.'
    : `${count} fichiers sont déjà reçus : ils partiront avec le message.`,
  alt: 'Description des images',
  altHint: 'Ce que montrent les images, pour les personnes qui ne les voient pas.',
  picture: (name: string) => `Image : ${name}`,
  see: (name: string) => `Voir l’image ${name} en grand`,
  back: 'Revenir sans joindre de fichier',
  send: 'Envoyer',
  remove: (name: string) => `Retirer ${name}`,
  paused: 'Les pièces jointes sont en pause pour vous',
  pausedWords: 'Vous pouvez envoyer votre message sans fichier.',
  refusals: {
    'messaging.attachments-closed': 'Les pièces jointes sont en pause pour vous. Vous pouvez envoyer votre message sans fichier.',
    'messaging.files-now': 'Un message avec des fichiers s’envoie tout de suite : il ne se garde ni en brouillon ni pour plus tard.',
  } as Record<string, string>,
  leaves: (count: number) => count === 1 ? 'Le fichier joint à un de vos messages disparaît avec lui.'
    : `Les ${count} fichiers joints à vos messages disparaissent avec eux.`,
}
