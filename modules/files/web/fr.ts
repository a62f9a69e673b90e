const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString('fr-FR')} Mo`

/** @param limits in bytes, by purpose. */
export const tooLarge = (limits: { image: number; file: number }): string =>
  `Ce fichier est trop lourd : ${megabytes(limits.image)} au plus pour une image, ${megabytes(limits.file)} pour un autre fichier.`

export const fr = {
  refusals: {
    'files.outside-of-picture': 'Cette partie sort de l’image. Choisissez une partie plus petite.',
    'files.empty': 'Ce fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis envoyez-le à nouveau.',
    'files.type-refused': 'Ce type de fichier n’est pas accepté. Vous pouvez envoyer une image, un PDF, un document de bureautique '
      + '(Word, Excel, PowerPoint ou LibreOffice), un texte, un tableau CSV, un son, une vidéo ou une archive ZIP.',
    'files.type-mismatch': 'Le contenu de ce fichier ne correspond pas à son nom. Ouvrez-le avec son logiciel, '
      + 'enregistrez-le à nouveau, puis envoyez-le.',
    'files.heic': 'Cette photo est au format HEIC, que tous les navigateurs ne savent pas afficher. '
      + 'Enregistrez-la en JPEG, puis envoyez-la.',
    'files.image-expected': 'Une image est attendue ici : JPEG, PNG, WebP, GIF ou AVIF.',
    'files.image-broken': 'Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la à nouveau, puis envoyez-la.',
    'files.too-many-pixels': 'Cette image est trop grande : 64 millions de pixels au plus. '
      + 'Réduisez ses dimensions, puis envoyez-la à nouveau.',
    'files.infected': 'Un virus a été trouvé dans ce fichier : il n’a pas été gardé.',
    'files.held': 'Ce fichier est encore en cours de vérification. Réessayez dans quelques minutes.',
    'files.unknown': 'Ce fichier n’est plus disponible. Envoyez-le à nouveau.',
    'files.in-use': 'Ce fichier est affiché dans une page. Retirez-le d’abord de cette page.',
    'files.too-many-unused': 'Vous avez envoyé beaucoup de fichiers qui ne sont affichés nulle part. '
      + 'Supprimez-en, ou attendez demain : ils seront effacés.',
    'files.upload-cut': 'L’envoi a été interrompu. Envoyez le fichier à nouveau.',
    'files.upload-offset': 'L’envoi doit reprendre à un autre endroit du fichier. Envoyez le fichier à nouveau.',
    'files.upload-over': 'Cet envoi est déjà terminé.',
    'files.storage-full': 'Il n’y a plus de place pour les fichiers sur le serveur. Réessayez plus tard : l’équipe technique peut le voir.',
  },
  done: { removeFile: 'Le fichier est supprimé.' },
  /** Of the page that sends: the network did not come back. */
  cut: 'La connexion est coupée. Vérifiez votre réseau, puis réessayez : l’envoi reprendra.',
}
