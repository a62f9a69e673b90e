/** Sentences of rights and of programs. */
export const fr = {
  menu: 'Droits',
  places: {
    title: 'Droits', lead: 'Qui peut quoi, dans les organisations dont vous avez la charge.', what: 'Ce que chaque rôle ouvre, et qui le tient.',
    empty: 'Vous n’avez la charge d’aucune organisation', emptyMore: 'Les responsables d’une structure et l’administration pédagogique voient ici les droits de leurs personnes.',
  },
  rights: {
    title: (organisation: string) => `Droits : ${organisation}`,
    lead: 'Ce que chaque rôle ouvre ici, qui peut quoi, et ce que peut chaque personne.',
    who: 'Qui peut faire cette action ?', action: 'Action', ask: 'Voir qui peut',
    person: 'Que peut cette personne ?', words: 'Nom', find: 'Chercher', nobody: 'Personne ici ne porte ce nom.',
    people: 'Personnes de l’organisation', columns: { name: 'Personne', roles: 'Rôles', action: 'Action', kind: 'Portée', level: 'Niveau',
      may: 'Peut' },
    byRole: 'Ce que chaque rôle ouvre', nothing: 'Ce rôle n’ouvre rien de plus que ce que peut toute personne connectée.',
    nothingYet: 'Aucune action n’attend encore ce rôle.',
    everybody: 'Ce que peut toute personne connectée',
    back: 'Tous les droits de l’organisation',
    ofTitle: (name: string, organisation: string) => `Ce que peut ${name} dans ${organisation}`,
    whoTitle: (action: string, organisation: string) => `Qui peut : ${action} (${organisation})`,
    rolesHeld: 'Ses rôles ici aujourd’hui', opened: 'Ce que ses rôles ouvrent', somebody: 'Une personne sans nom',
    anyone: 'Tout le monde le peut, même sans compte.', anyPerson: 'Toute personne connectée le peut.',
    someRows: 'Sans rôle, cela dépend de chaque objet : par exemple, on peut changer ce qu’on a créé.',
    noHolder: 'Personne ici n’a de rôle qui l’ouvre.', holders: 'Leurs rôles l’ouvrent',
    count: (n: number) => n === 1 ? '1 action' : `${n} actions`,
    outside: 'Les rôles que les personnes ont ailleurs ne sont pas montrés.',
  },
  refusals: {
    'access.client-revoked': 'Ce programme est déjà fermé.',
    'invalid-token': 'Ce jeton n’est pas ou n’est plus valable. Demandez-en un autre.',
    'issuer-unreachable': 'Le service qui a délivré ce jeton ne répond pas. Recommencez dans un instant.',
    'answered-once': 'Cette demande a déjà été faite : son secret n’est montré qu’une fois. Faites-en une autre.',
  } as Record<string, string>,
  done: {
    revokeApiClient: 'Le programme est fermé : ses jetons ne valent plus rien.',
    rotateSigningKeys: 'Les clés de signature sont remplacées.',
  } as Record<string, string>,
}
