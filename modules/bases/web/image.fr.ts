/** Sentences of images: what they say to who does not see them, and which part of them is shown. */
export const fr = {
  role: 'Cette image apporte-t-elle une information ?',
  roles: {
    informative: ['Oui', 'Décrivez-la ci-dessous : ce texte est lu aux personnes qui ne la voient pas.'],
    decorative: ['Non, elle décore', 'Elle ne sera pas annoncée aux personnes qui ne la voient pas.'],
  } as Record<'informative' | 'decorative', [string, string]>,
  alt: 'Texte de remplacement', altHint: 'Ce que l’image montre, en une phrase. 280 caractères au plus.',
  crop: {
    link: 'Recadrer l’image', title: (title: string) => `Recadrer une image – ${title}`, heading: 'Recadrer l’image', back: 'Revenir aux contenus',
    lead: 'Choisissez la partie à montrer. L’image entière est gardée : vous pourrez la reprendre.',
    draw: 'Tracez le cadre sur l’image avec le doigt ou la souris, ou écrivez ses mesures.',
    size: (width: number, height: number) => `L’image entière mesure ${width} pixels sur ${height}.`,
    labels: { x: 'Depuis la gauche', y: 'Depuis le haut', width: 'Largeur', height: 'Hauteur' }, pixels: 'En pixels',
    submit: 'Recadrer', whole: 'Reprendre l’image entière', picture: 'Image entière',
  },
  done: { cropImage: 'L’image est recadrée.' },
}
