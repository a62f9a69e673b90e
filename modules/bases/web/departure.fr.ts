const some = (count: number, one: string, many: string) => count === 1 ? `Une ${one}` : `${count} ${many}`

/** What a person is told of their departure, for what they have in the commons. */
export const departure = {
  published: (count: number) =>
    `${some(count, 'ressource publiée restera', 'ressources publiées resteront')}, sans votre nom : d’autres s’en servent.`,
  shared: (count: number) =>
    `${some(count, 'ressource que vous n’écrivez pas seul ou seule restera', 'ressources que vous n’écrivez pas seul ou seule resteront')} `
    + 'à ceux et celles qui l’écrivent avec vous, sans votre nom.',
  mine: (count: number) => `${some(count, 'ressource en brouillon ou privée partira', 'ressources en brouillon ou privées partiront')}.`,
  collections: (count: number) => `${some(count, 'collection partira', 'collections partiront')} ; les ressources qu’elles rassemblent resteront.`,
  handedOver: (base: string, name: string) =>
    `Vous administrez seul ou seule la base « ${base} ». Choisissez qui prendra la suite ; sinon, ce sera ${name}.`,
  unknownMember: 'le membre le plus ancien',
  alone: (base: string) =>
    `Personne d’autre n’est dans la base « ${base} ». Elle restera en ligne avec ce qui y est publié, sans personne pour la tenir. `
    + 'Invitez quelqu’un pour prendre la suite, ou supprimez-la.',
  gone: (base: string) => `La base « ${base} », où il n’y a que vous et rien de publié pour tous, partira.`,
}
