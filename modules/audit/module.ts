import { module } from '#kernel/operation/module.ts'
import { entryStatement } from './entry.ts'
import { pruneTrace, sealTrace } from './jobs.ts'
import { announceExport } from './operations/back-office/announce-export.ts'
import { listEntries } from './operations/back-office/list-entries.ts'
import { showChain } from './operations/back-office/show-chain.ts'
import { showEntry } from './operations/back-office/show-entry.ts'
import { rawRoutes } from './raw.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

export const audit = module({
  name: 'audit',
  folder: 'modules/audit',
  ports: { audit: entryStatement },
  jobs: [sealTrace, pruneTrace],
  backOffice: {
    operations: { listEntries, showEntry, showChain, announceExport },
    raw: rawRoutes,
    menu: [{ group: 'journal', label: fr.menu, href: urls.trace() }],
  },
  // The trace says what was done, by whom, for as long as the law asks: neither an erasure nor a merge rewrites it. Who it was is told
  // only by the person's own row, which an erasure empties.
  privacy: {
    // Who looked at one's data (`about`) is told by `readsOf`, without the network address of whoever looked.
    'audit.entry': { person: ['person_id', 'acting_for'], export: 'rows', erase: 'keep', merge: 'keep' },
    // Identifiers only; a column that holds personal texts is hidden by the trigger of its table (`audit.capture('-email')`).
    'audit.change': 'none',
    'audit.seal': 'none',
  },
})
