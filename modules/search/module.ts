import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { foldTally, forgetSearches, pruneLexicon } from './jobs.ts'
import { setSearchConsent } from './operations/set-search-consent.ts'
import { showSearchConsent } from './operations/show-search-consent.ts'
import { fr } from './web/fr.ts'

export const search = module({
  name: 'search',
  folder: 'modules/search',
  needs: [audit],
  operations: { setSearchConsent, showSearchConsent },
  jobs: [pruneLexicon, forgetSearches, foldTally],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    // The copy of a text that another module holds, exports and erases: see README.md, "Personal data".
    'search.document': 'none', 'search.counter': 'none', 'search.facet': 'none', 'search.lexicon': 'none',
    'search.tally': 'none', 'search.tally_change': 'none',
    // The count of searches stays; whose they were does not.
    'search.asked': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'search.consent': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
  },
})
