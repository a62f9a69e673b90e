/** Sentences of switches and limits that people read. */
export const fr = {
  limits: {
    label: (feature: string) => `Limites : ${feature}`,
    help: 'Combien de fois une personne peut s’en servir. Au-delà, ce qu’elle a écrit reste sur sa page, et on lui dit quand réessayer.',
    words: {
      burst: { label: 'En dix minutes' },
      day: { label: 'En 24 heures' },
      newAccountHours: { label: 'Un compte est nouveau pendant', hint: 'En heures. Zéro : jamais.' },
      newBurst: { label: 'En dix minutes, pour un compte nouveau' },
      newDay: { label: 'En 24 heures, pour un compte nouveau' },
      staffTimes: { label: 'Combien de fois plus pour qui travaille dans une organisation', hint: 'Un : pas plus que les autres.' },
    },
  },
  off: {
    title: (feature: string) => `${feature} : en pause`,
    said: 'Cette fonction est arrêtée pour le moment. Le reste du service marche comme d’habitude.',
    until: 'Reprise prévue :',
  },
  refusals: {
    'switches.off': 'Cette fonction est arrêtée pour le moment. '
      + 'Ce que vous avez écrit est encore sur cette page : gardez-le, et réessayez plus tard.',
    'switches.too-fast': 'Vous avez fait cela beaucoup de fois en peu de temps. '
      + 'Ce que vous avez écrit est encore là : réessayez dans dix minutes.',
    'switches.too-many-today': 'Vous avez atteint le nombre permis pour 24 heures. '
      + 'Ce que vous avez écrit est encore là : réessayez demain.',
  } as Record<string, string>,
}
