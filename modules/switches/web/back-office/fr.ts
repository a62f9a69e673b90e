/** Sentences of switches and signals, for the back office. */
export const fr = {
  menu: 'Fonctions et coupures',
  everyone: 'Tout le monde',
  formerPerson: 'Une personne qui n’est plus là',
  list: {
    title: 'Fonctions et coupures',
    lead: 'Vous pouvez couper une fonction pour tout le monde, une organisation, une catégorie de personnes ou une seule personne. '
      + 'La coupure vaut aussitôt.',
    turnOff: 'Couper une fonction',
    on: 'Coupé maintenant', none: 'Rien n’est coupé', noneMore: 'Toutes les fonctions marchent pour tout le monde.',
    past: 'Coupures passées', noPast: 'Il n’y a pas encore eu de coupure.',
    columns: { feature: 'Fonction', perimeter: 'Pour qui', reason: 'Pourquoi', since: 'Depuis', ends: 'Jusqu’à', held: 'En attente',
      lift: 'Rétablir', lifted: 'Rétabli', by: 'par' },
    noEnd: 'sans date de fin', byEnd: 'à la date prévue',
    older: 'Coupures plus anciennes',
    limits: 'Limites par personne', limitsLead: 'Combien de fois une personne peut se servir de chaque fonction.',
    editLimit: (feature: string) => `Limites : ${feature}`,
  },
  lift: {
    label: 'Rétablir', title: (feature: string) => `Rétablir « ${feature} » ?`, confirm: 'Rétablir',
    waiting: (count: number) => count === 0 ? 'Rien n’attend.' : count === 1
      ? 'Une chose écrite pendant la coupure attend.' : `${count} choses écrites pendant la coupure attendent.`,
    reason: 'Pourquoi rétablir ?', held: 'Ce qui a été écrit pendant la coupure', waited: 'Ce qui a attendu',
  },
  becomes: { send: 'sera envoyé', return: 'sera rendu aux personnes qui l’ont écrit' },
  off: {
    title: 'Couper une fonction', home: 'Fonctions et coupures',
    lead: 'Choisissez la fonction et les personnes concernées. Vous verrez combien elles sont avant de couper.',
    feature: 'Fonction', organisation: 'Organisation', organisationHint: 'Son nom, son SIRET ou son UAI. Vide : toutes.',
    role: 'Catégorie de personnes', anyRole: 'Toutes', person: 'Une seule personne',
      personHint: 'Son adresse électronique. Laissez vide pour un ensemble de personnes.',
    see: 'Voir qui est concerné',
    confirmTitle: (feature: string, whom: string) => `Couper « ${feature} » pour : ${whom}`,
    people: (count: number) => count === 0 ? 'Personne n’est concerné aujourd’hui.' : count === 1
      ? 'Une personne est concernée.' : `${count} personnes sont concernées.`,
    holds: 'Ce que ces personnes écriront pendant la coupure sera gardé, et on le leur dira.',
    refuses: 'Pendant la coupure, ces personnes ne pourront pas s’en servir. Ce qu’elles auront écrit restera sur leur page.',
    reason: 'Pourquoi cette coupure ?', reasonHint: 'Pour le journal : les personnes concernées ne le lisent pas.',
    words: 'Ce que les personnes concernées liront', wordsHint: 'Vide : une phrase toute faite.',
    hours: 'Rétablir automatiquement après', hoursHint: 'En heures. Vide : jusqu’à ce que vous la rétablissiez.',
    held: 'À la fin, ce qui aura été écrit', waited: 'À la fin, ce qui aura attendu', submit: 'Couper maintenant',
  },
  signals: {
    title: 'Signaux d’envois indésirables',
    lead: 'Une vague se voit à un jour qui dépasse les autres, à une organisation qui envoie plus que d’habitude, '
      + 'à quelques personnes qui envoient beaucoup.',
    period: 'Fonction', days: (feature: string) => `${feature} : nombre par jour`,
      none: 'Aucune fonction n’a de limites : rien n’est compté.',
    organisations: 'Par organisation, depuis 24 heures', people: 'Par personne, depuis 24 heures', empty: 'Rien depuis 24 heures.',
    columns: { organisation: 'Organisation', person: 'Personne', today: 'Depuis 24 heures', usual: 'Par jour, d’habitude',
      busiest: 'Au plus, en dix minutes' },
    /** What a table is called, under a heading that says the same. */
    list: (title: string) => `${title} : liste`,
    number: (value: number) => value.toLocaleString('fr-FR'),
  },
  refusals: {
    'switches.one-perimeter': 'Choisissez une personne, ou bien une organisation et une catégorie, mais pas les deux.',
    'switches.lifted-already': 'Cette fonction est déjà rétablie.',
    'switches.no-such-person': 'Personne n’a confirmé cette adresse.',
    'switches.no-such-organisation': 'Aucune organisation ouverte ne s’appelle ainsi.',
    'switches.several-organisations': 'Plusieurs organisations portent ce nom. Écrivez le SIRET ou l’UAI.',
  } as Record<string, string>,
  done: {
    turnOff: 'La fonction est coupée. La coupure vaut déjà partout.', liftSwitch: 'La fonction est rétablie.',
  } as Record<string, string>,
}
