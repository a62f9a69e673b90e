import { module } from '#kernel/operation/module.ts'
import { pruneLexicon } from './jobs.ts'

export const search = module({
  name: 'search',
  folder: 'modules/search',
  jobs: [pruneLexicon],
  // The copy of a text that another module holds, exports and erases: see README.md, "Personal data".
  privacy: { 'search.document': 'none', 'search.counter': 'none', 'search.facet': 'none', 'search.lexicon': 'none' },
})
