import { module } from '#kernel/operation/module.ts'
import { pruneMessages, settleClaims } from './jobs.ts'

export const mail = module({
  name: 'mail',
  folder: 'modules/mail',
  jobs: [pruneMessages, settleClaims],
  privacy: {
    'mail.message': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { address_hash: null } },
    // The hash of an address that does not take mails, for ninety days.
    'mail.refusing_address': 'none',
  },
})
