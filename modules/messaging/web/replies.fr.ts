/** Sentences about answers by mail. */
export const fr = {
  onlyFiles: 'Fichiers joints.',
  title: 'Votre réponse n’est pas partie',
  titleLeftOut: 'Votre réponse est partie sans tous ses fichiers',
  open: 'Ouvrir la conversation',
  leftOut: (count: number) => count === 1
    ? 'Un fichier de votre courriel n’a pas pu être joint : son format n’est pas accepté, il est trop lourd, '
      + 'ou les pièces jointes sont en pause.'
    : `${count} fichiers de votre courriel n’ont pas pu être joints : formats non acceptés, trop lourds, trop nombreux, `
      + 'ou pièces jointes en pause.',
  otherwise: 'Votre courriel n’a pas pu devenir un message. Ouvrez la conversation pour répondre.',
  refusals: {
    'messaging.reply-empty': 'Votre courriel ne contient pas de texte au-dessus du message auquel il répond. '
      + 'Écrivez votre réponse tout en haut.',
    'messaging.reply-too-long': 'Votre courriel est trop long pour un message : 10 000 caractères au plus. '
      + 'Ouvrez la conversation pour répondre.',
    'messaging.reply-over': 'L’adresse à laquelle vous avez répondu ne sert plus après trente jours. Ouvrez la conversation pour répondre.',
    'switches.too-fast': 'Vous avez écrit beaucoup de messages en peu de temps. Réessayez dans dix minutes.',
    'switches.too-many-today': 'Vous avez atteint le nombre de messages permis pour 24 heures. Réessayez demain.',
  } as Record<string, string>,
}
