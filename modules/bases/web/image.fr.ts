/** Sentences of images: what they say to who does not see them, and which part of them is shown. */
export const fr = {
  role: 'Cette image apporte-t-elle une information ?',
  roles: {
    informative: ['Oui', 'Décrivez-la ci-dessous : ce texte est lu aux personnes qui ne la voient pas.'],
    decorative: ['Non, elle décore', 'Elle ne sera pas annoncée aux personnes qui ne la voient pas.'],
  } as Record<'informative' | 'decorative', [string, string]>,
  alt: 'Texte de remplacement', altHint: 'Ce que l’image montre, en une phrase. 280 caractères au plus.',
  crop: {
    link: 'Recadrer l’image', heading: 'Recadrer l’image', back: 'Revenir aux contenus', backToSettings: 'Revenir aux réglages',
    lead: 'Choisissez la partie à montrer. L’image entière est gardée : vous pourrez la reprendre.',
    draw: 'Tracez le cadre sur l’image avec le doigt ou la souris, ou écrivez ses mesures.',
    size: (width: number, height: number) => `L’image entière mesure ${width} pixels sur ${height}.`,
    labels: { x: 'Depuis la gauche', y: 'Depuis le haut', width: 'Largeur', height: 'Hauteur' }, pixels: 'En pixels',
    submit: 'Recadrer', whole: 'Reprendre l’image entière', picture: 'Image entière',
    resource: 'Elle garde le format des listes, 16 sur 9 : sa hauteur suit sa largeur. On la verra à la prochaine publication.',
    refusals: Object.fromEntries(['stale', 'bases.content-stale', 'bases.part-stale', 'bases.no-picture', 'bases.content-gone'].map(
      (code) => [code,
      'Quelqu’un d’autre a fait un changement entre-temps. Voici ce qui est enregistré maintenant : vérifiez l’image, puis recommencez.'])),
  },
  /** Pictures of a base. */
  base: {
    logo: { link: 'Recadrer le logo', lead: 'Le logo est carré : sa hauteur suit sa largeur.' },
    cover: {
      link: 'Recadrer l’image de couverture',
      lead: 'L’image de couverture est quatre fois plus large que haute : sa hauteur suit sa largeur.',
    },
    title: (name: string) => `Images de « ${name} »`, back: 'Revenir aux réglages de la base',
    first: 'Enregistrez d’abord ce que vous avez changé sur cette page.',
  },
  refusals: { 'bases.no-picture': 'Cette image a été retirée. Choisissez-en une autre.' },
  done: {
    cropImage: 'Le cadrage de l’image est enregistré.', cropResourceImage: 'Le cadrage de l’image est enregistré.',
    cropBasePicture: 'Le cadrage de l’image est enregistré.',
  },
}
