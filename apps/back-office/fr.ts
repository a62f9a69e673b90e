/** Sentences of the back office itself; those of a module are in its own web/back-office/fr.ts. */
export const fr = {
  name: (site: string) => `${site} – Gestion`,
  tagline: 'Espace d’administration de la plateforme',
  banner: 'Gestion',
  bannerMore: 'Espace d’administration : ce que vous faites ici concerne tout le monde et laisse une trace.',
  demonstration: 'Démonstration : les personnes sont inventées, et les courriels se lisent dans la boîte aux lettres du portail.',
  home: 'Accueil',
  security: 'Ma sécurité',
  signOut: 'Fermer ma session',
  /** Said in place of the portal's sentence, which knows no second proof. */
  proofRequired: 'Ce que vous demandez est sensible : donnez une preuve récente, puis continuez.',
  /** Groups of the menu, in their order; a group that is not here stands by its entries alone. */
  menu: {
    personnes: 'Personnes', organisations: 'Organisations', droits: 'Droits', moderation: 'Modération', service: 'Le service', reglages: 'Réglages', journal: 'Journal',
    taches: 'Tâches', sante: 'Santé', account: 'Mon compte',
  } as Record<string, string>,
  homePage: {
    title: (name: string | undefined) => name ? `Bonjour ${name}` : 'Accueil',
    documentTitle: 'Accueil',
    attention: 'À regarder',
    nothing: 'Rien ne demande votre attention.',
    everything: 'Que voulez-vous faire ?',
  },
  idle: {
    title: 'Êtes-vous toujours là ?',
    what: 'Sans action de votre part, votre session sera fermée dans moins de deux minutes. Ce que vous avez écrit reste dans la page.',
    stay: 'Rester',
    closedTitle: 'Votre session est fermée',
    closed: 'Rien ne s’est passé pendant 10 minutes. Ce que vous avez écrit est encore là : entrez de nouveau dans un autre onglet, puis revenez ici.',
    signIn: 'Entrer dans un autre onglet',
    noScript: 'Sans action pendant 10 minutes, votre session est fermée. Envoyez ce que vous écrivez avant.',
  },
}
