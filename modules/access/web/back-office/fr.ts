/** Sentences of programs and rights, for the back office. */
export const fr = {
  menu: [{ group: 'droits', label: 'Qui peut quoi', href: '/droits' }, { group: 'droits', label: 'Programmes', href: '/programmes' }],
  clients: {
    title: 'Programmes',
    lead: 'Un programme agit par lui-même : il demande un jeton avec son secret, et ne peut que ce que disent ses rôles et ses domaines.',
    list: 'Programmes ouverts ou fermés', empty: 'Aucun programme pour le moment.', create: 'Nouveau programme',
    columns: { name: 'Nom', owner: 'Pour', roles: 'Rôles', scopes: 'Domaines', last: 'Dernier jeton', state: 'État', action: 'Action' },
    platform: 'La plateforme', none: 'aucun', never: 'Jamais', open: 'Ouvert', closed: 'Fermé',
    two: (n: number) => n > 1 ? `${n} secrets valables` : '',
    manage: (name: string) => `Gérer ${name}`,
  },
  create: {
    title: 'Nouveau programme', name: 'Nom', nameHint: 'Exemple : emploi du temps du lycée',
    organisation: 'Identifiant de l’organisation', organisationHint: 'Facultatif : sans lui, le programme est celui de la plateforme.',
    roles: 'Rôles', rolesHint: 'Ceux de l’organisation, ou pour la plateforme : modération, assistance.',
    scopes: 'Domaines', scopesHint: 'Ce que ses jetons permettent au plus. Écrire comprend lire.',
    submit: 'Créer le programme', read: (module: string) => `Lire : ${module}`, write: (module: string) => `Écrire : ${module}`,
  },
  secret: {
    title: 'Le secret du programme', lead: 'Copiez-le maintenant : il n’est montré qu’une fois, et personne ne pourra le relire.',
    id: 'Identifiant', secret: 'Secret', how: 'Le programme demande un jeton à cette adresse, avec son identifiant et son secret :',
      back: 'C’est copié, revenir aux programmes',
  },
  client: {
    rotate: 'Changer le secret', rotateLead: 'L’ancien secret reste valable le temps de mettre le nouveau en place.',
      overlap: 'Heures pendant lesquelles l’ancien reste valable',
    rotateSubmit: 'Donner un nouveau secret',
    revoke: 'Fermer ce programme', revokeLead: 'Ses jetons ne vaudront plus rien à l’instant. Un programme fermé ne s’ouvre plus.',
      revokeSubmit: (name: string) => `Fermer ${name}`,
  },
  keys: {
    title: 'Clés de signature', lead: 'Elles signent les jetons et changent d’elles-mêmes chaque mois.', rotate: 'Changer les clés',
      submit: 'Changer les clés maintenant',
    stolen: 'Les clés ont été volées', stolenHint: 'Tous les jetons en cours sont refusés.',
      columns: { kid: 'Clé', from: 'Depuis', until: 'Jusqu’au' }, empty: 'Aucune clé : la première se fait au premier jeton.',
  },
  rights: {
    title: 'Qui peut quoi', lead: 'Ce que chaque rôle ouvre, d’après les actions elles-mêmes.',
    byRole: 'Ce que chaque rôle ouvre', role: 'Rôle', opens: 'Actions ouvertes', operation: 'Qui peut faire cette action ?',
      choose: 'Action', ask: 'Voir qui peut',
    whoTitle: (name: string) => `Qui peut : ${name}`, ofTitle: (name: string) => `Ce que peut ${name}`, roles: 'Ses rôles',
      rights: 'Ce qu’ils ouvrent',
    noRole: 'Cette personne n’a aucun rôle : elle peut ce que peut toute personne connectée.', somebody: 'une personne sans nom',
    total: (n: number) => n === 1 ? 'Une personne le peut par ses rôles.'
      : `${n.toLocaleString('fr-FR')} personnes le peuvent par leurs rôles.`, count: (n: number) => `${n}`,
  },
}
