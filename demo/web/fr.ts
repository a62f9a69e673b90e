/** Sentences of the demonstration. */
export const fr = {
  people: {
    title: 'Choisir une personne',
    lead: 'Vous visitez un territoire inventé, le Val d’Aubrière. Entrez comme l’une de ces personnes pour essayer ce qu’elle peut faire.',
    list: 'Personnes de la démonstration',
    try: 'À essayer :',
    enter: 'Entrer',
    enterAs: (name: string) => `Entrer comme ${name}`,
    me: 'C’est vous en ce moment',
    none: 'Personne pour le moment',
    noneMore: 'Le monde de la démonstration n’est pas encore écrit. Relancez le service.',
    bySelf: 'Entrer avec ma propre adresse',
  },
  mailbox: {
    title: 'Boîte aux lettres de la démonstration',
    lead: 'Les courriels que le service envoie arrivent ici, pour toutes les personnes. Aucun ne sort de cette machine.',
    columns: { subject: 'Objet', to: 'Pour', at: 'Reçu' },
    caption: 'Derniers courriels',
    empty: 'Aucun courriel pour le moment',
    emptyMore: 'Demandez un lien de connexion : il arrivera ici dans un instant.',
    signIn: 'Aller à la connexion',
    reload: 'Relever le courrier',
  },
  mail: {
    from: 'De', to: 'Pour', at: 'Reçu',
    formatted: 'Voir avec sa mise en forme',
    content: 'Texte du courriel',
  },
}
