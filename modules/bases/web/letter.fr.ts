const months = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const days = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = (month: string) => months.format(new Date(`${month}T00:00:00Z`))
const dayName = (day: string) => days.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)).replace(/^1 /, '1er ')
const of = (month: string) => /^[ao]/.test(monthName(month)) ? `d’${monthName(month)}` : `de ${monthName(month)}`

/** The letter of the month: what it says, where one agrees to it, sees it and stops it. */
export const fr = {
  because: ({ whyKind, why }: { whyKind: 'base' | 'person'; why: string }) => whyKind === 'base' ? `Vous suivez la base « ${why} »` : `Vous suivez ${why}`,
  mail: ({ month, count }: { month: string; count: number }) => ({
    subject: `Votre lettre ${of(month)} : ${count} ${count < 2 ? 'nouvelle ressource' : 'nouvelles ressources'}`,
    title: `Votre lettre ${of(month)}`,
    paragraphs: [
      'Voici ce que viennent de publier les bases et les personnes que vous suivez.',
      ...count > 12 ? [`Les 12 dernières sont ici. Il y en a ${count} en tout dans vos nouveautés.`] : [],
    ],
    action: 'Voir mes nouveautés', preferences: 'Choisir ce que je reçois', stop: 'Ne plus recevoir cette lettre',
  }),
  preview: {
    title: 'Ma lettre du mois', see: 'Voir ma lettre du mois', lead: 'Voici ce qu’elle dirait si elle partait maintenant.', subject: 'Objet',
    nothing: 'Rien de nouveau ce mois-ci pour l’instant : sans nouveauté, aucune lettre ne part.',
    leaves: (day: string) => `Elle partira le ${dayName(day)}, avec tout ce qui aura été publié d’ici là.`,
    not: 'Vous ne la recevez pas : elle ne part qu’aux personnes qui l’ont demandée.',
  },
  choose: {
    title: 'Lettre du mois', lead: 'Un courriel au début de chaque mois, avec ce qu’ont publié les bases et les personnes que vous suivez. Vous pourrez l’arrêter d’un clic.',
    agreed: (at: string) => `Vous la recevez, depuis votre accord du ${dayName(at)}.`, yes: 'Recevoir la lettre du mois', no: 'Ne plus la recevoir',
  },
  stop: {
    title: 'Arrêter la lettre du mois', ask: 'Vous ne recevrez plus ce courriel. Vos autres réglages ne changent pas.', confirm: 'Ne plus recevoir cette lettre',
    done: 'C’est fait', doneMore: 'Vous ne recevrez plus la lettre du mois. Vous pouvez la redemander dans vos préférences.', preferences: 'Voir mes préférences',
  },
  done: { chooseLetter: 'Votre choix est enregistré.' },
}
