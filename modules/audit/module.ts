import { module } from '#kernel/operation/module.ts'
import { entryStatement } from './entry.ts'

export const audit = module({
  name: 'audit',
  folder: 'modules/audit',
  ports: { audit: entryStatement },
  // The trace says what was done, by whom, for as long as the law asks: neither an erasure nor a merge rewrites it. Who it was is told
  // only by the person's own row, which an erasure empties.
  privacy: {
    'audit.entry': { person: ['person_id', 'acting_for'], export: 'rows', erase: 'keep', merge: 'keep' },
    // Identifiers only; a column that holds personal texts is hidden by the trigger of its table (`audit.capture('-email')`).
    'audit.parameters': 'none',
    'audit.change': 'none',
  },
})
