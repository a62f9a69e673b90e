/** Sentences of the portal itself; those of a module are in its own fr.ts. */
export const fr = {
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  messages: 'Messages', notifications: 'Notifications',
  account: 'Mon compte',
  organisations: 'Mes organisations',
  data: 'Mes données',
  presence: 'Ma présence',
  searchLabel: 'Rechercher',
  home: 'Accueil',
  menu: { partager: 'Partager', gerer: 'Gérer' } as Record<string, string>,
  demonstration: 'Démonstration : les personnes et les contenus sont inventés.',
  demonstrationLinks: { people: 'Changer de personne', mail: 'Voir le courrier envoyé' },
  footer: { accessibility: 'Accessibilité : non conforme', legal: 'Mentions légales', api: 'Interface de programmation' },
  skip: 'Aller au contenu',
}
