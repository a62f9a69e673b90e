import type { Change } from '../draft/history.ts'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`

/** Sentences of the history of a draft: who, when, what differs, what comes back. */
export const fr = {
  lead: 'Qui a changé quoi, du plus récent au plus ancien. Rien n’est jamais perdu : chaque état peut revenir.',
  someone: 'Une personne qui a quitté le service',
  times: (n: number) => n > 1 ? ` (${count(n, 'fois', 'fois')})` : '',
  about: 'Contenus concernés',
  each: (n: number) => `Voir les ${count(n, 'changement', 'changements')} un par un`,
  now: 'État actuel', compare: 'Comparer avec maintenant', earlier: 'Changements plus anciens', latest: 'Revenir aux plus récents',
  compared: {
    title: 'Comparer', back: 'Revenir à l’historique',
    lead: (name: string) => `Le brouillon après les changements de ${name}, à côté de ce qu’il est maintenant.`,
    legend: 'Ce qui est souligné a été ajouté depuis ; ce qui est barré a été retiré depuis.',
    same: 'Cet état est celui du brouillon d’aujourd’hui.',
    before: 'Alors', after: 'Maintenant', none: 'Rien', unchanged: (n: number) => count(n, 'contenu identique', 'contenus identiques'),
    parts: { title: 'Titre', description: 'Description', image: 'Image', indexation: 'Thématiques, supports et publics', licence: 'Licence' },
    changes: { same: 'identique', added: 'ajouté depuis', removed: 'retiré depuis', changed: 'changé depuis', moved: 'déplacé depuis' } satisfies Record<Change, string>,
  },
  restore: {
    all: 'Rétablir cet état', ask: 'Rétablir cet état du brouillon ?', one: 'Rétablir ce contenu',
    what: 'Le brouillon redeviendra ce qu’il était alors. L’état d’aujourd’hui restera dans l’historique, et ce qui est publié ne change pas '
      + 'avant la prochaine publication.',
  },
  refusals: {
    'bases.no-such-state': 'Cet état n’existe pas dans l’historique.',
    'bases.draft-moved': 'Quelqu’un a écrit depuis que vous avez ouvert cette page. Relisez la comparaison, qui est à jour, puis recommencez.',
    'bases.nothing-to-restore': 'Il n’y a rien à rétablir : c’est déjà l’état d’aujourd’hui.',
  },
  done: { restoreDraft: 'Le brouillon est revenu à cet état.', restoreContent: 'Le contenu est revenu à cet état.' },
  events: { reverted: 'a rétabli un état de l’historique' },
}
