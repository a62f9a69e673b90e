const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`

/** A person as others see them, and what they choose to show. */
export const fr = {
  parts: 'Ce que partage cette personne',
  tabs: { resources: 'Ressources', bases: 'Bases', collections: 'Collections' },
  empty: {
    resources: 'Aucune ressource publiée pour l’instant.', bases: 'Aucune base.', collections: 'Aucune collection publique pour l’instant.',
  },
  followers: (n: number) => n === 0 ? 'Personne ne suit ce profil pour l’instant' : n === 1 ? 'Une personne suit ce profil' : `${n.toLocaleString('fr-FR')} personnes suivent ce profil`,
  facts: { about: 'À propos', place: 'Lieu', links: 'Liens', email: 'Adresse électronique', followers: 'Abonnements' },
  links: { website: 'Site web', linkedin: 'LinkedIn', facebook: 'Facebook', twitter: 'X (Twitter)' },
  portrait: (name: string) => `Portrait de ${name}`,
  editMe: 'Modifier mon profil', editLinks: 'Mes liens et mon adresse',
  resources: (n: number) => n === 0 ? 'Aucune ressource' : count(n, 'ressource', 'ressources'), private: 'Privée',
  shared: {
    title: 'Mes liens et mon adresse', lead: 'Ce que montre votre profil, s’il est public, à côté de votre nom.',
    links: 'Vos liens', hint: 'Une adresse qui commence par https://',
    emailIsPublic: (email: string) => `Montrer mon adresse électronique (${email}) à tout le monde`,
    emailHint: 'Sans cette case, personne ne la voit.', save: 'Enregistrer', see: 'Voir mon profil', me: 'Mon profil', account: 'Modifier mon nom, mon portrait, ma présentation',
  },
  done: { updateSharedProfile: 'Vos liens sont enregistrés.' },
}
