const number = new Intl.NumberFormat('fr-FR')

export const fr = {
  consent: {
    title: 'Mes recherches',
    lead: 'Chaque recherche est comptée, sans votre nom : cela aide à savoir ce que les gens cherchent et ne trouvent pas.',
    question: 'Garder mes recherches avec mon nom pendant 30 jours',
    hint: 'Par défaut, non. Votre nom en est retiré après 30 jours, ou tout de suite si vous décochez cette case.',
    save: 'Enregistrer ce choix',
    kept: 'Recherches gardées avec votre nom', caption: 'Les cinquante dernières',
    none: 'Aucune recherche n’est gardée avec votre nom.',
    filtersOnly: 'Par des filtres, sans mot',
    columns: { at: 'Quand', words: 'Mots', total: 'Trouvé' },
    results: (n: number) => `${number.format(n)} ${n < 2 ? 'résultat' : 'résultats'}`,
  },
  menu: 'Mes recherches',
  refusals: {} as Record<string, string>,
  done: { setSearchConsent: 'Votre choix est enregistré.' } as Record<string, string>,
}
