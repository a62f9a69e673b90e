/** Every sentence of this module that a person reads. */
export const fr = {
  feature: 'Mise à jour des pages en direct',
  presence: {
    title: 'Ma présence',
    lead: 'Vous choisissez si les autres voient que vous êtes en ligne. Sans votre accord, personne ne le voit.',
    how: 'Seules les personnes qui montrent aussi leur présence voient la vôtre. Vous voyez la leur de la même façon.',
    shown: 'Vous montrez votre présence. Votre accord :',
    hidden: 'Vous ne montrez pas votre présence.',
    show: 'Montrer que je suis en ligne', hide: 'Ne plus le montrer',
  },
  refusals: {
    'live.upgrade-required': 'Cette adresse ne répond qu’aux connexions en continu.',
    'live.protocol': 'Cette page est trop ancienne pour recevoir les nouveautés : rechargez-la.',
  } as Record<string, string>,
  done: { setPresence: 'Votre choix est enregistré.' } as Record<string, string>,
}
