const number = new Intl.NumberFormat('fr-FR')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`

/** Sentences of the search of everything, of profiles, and of what all searches share. */
export const fr = {
  search: {
    title: 'Rechercher',
    found: (text: string) => `« ${text} » – Recherche`,
    lead: 'Parmi les ressources, les bases et les personnes dont le profil est public.',
    label: 'Chercher', hint: 'Un mot, un sujet, un nom…',
    types: 'Types de résultats',
    all: 'Tout', resources: 'Ressources', bases: 'Bases', profiles: 'Personnes',
    total: (n: number, atLeast: boolean) => `${number.format(n)}${atLeast ? '+' : ''}`,
    count: (n: number) => count(n, 'résultat', 'résultats'),
    seeAll: {
      resources: (n: number, more: boolean) => `Voir les ${more ? 'plus de ' : ''}${number.format(n)} ressources`,
      bases: (n: number, more: boolean) => `Voir les ${more ? 'plus de ' : ''}${number.format(n)} bases`,
      profiles: (n: number, more: boolean) => `Voir les ${more ? 'plus de ' : ''}${number.format(n)} personnes`,
    },
    corrected: (text: string) => `Résultats pour « ${text} »`,
    tryWith: 'Essayez avec :',
    empty: 'Aucun résultat', emptyHint: 'Essayez avec moins de mots, ou d’autres mots.',
    logged: 'Les recherches sont comptées, sans votre nom.', choose: 'Choisir ce qui est gardé de mes recherches',
  },
  profiles: {
    title: 'Personnes',
    lead: 'Les personnes qui ont choisi de rendre leur profil public.',
    label: 'Chercher', hint: 'Un nom, un métier…',
    list: 'Personnes trouvées', pages: 'Pages de personnes',
    count: (n: number, atLeast: boolean) => `${atLeast ? 'Plus de ' : ''}${count(n, 'personne', 'personnes')}`,
    empty: 'Personne ne correspond', emptyHint: 'Seuls les profils publics sont cherchés.', everyone: 'Voir tous les profils publics',
    resources: (n: number) => count(n, 'ressource', 'ressources'),
    sorts: { relevance: 'les plus pertinentes', resources: 'celles qui ont le plus partagé', followers: 'les plus suivies', 'a-z': 'de A à Z', 'z-a': 'de Z à A' },
  },
  department: {
    first: 'D’abord mon département', apply: 'Appliquer',
    shown: (name: string) => `Les résultats de votre département viennent d’abord : ${name}.`,
    unknown: 'Nous ne savons pas quel est votre département.', say: 'Le dire',
  },
}
