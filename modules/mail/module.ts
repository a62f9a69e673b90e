import { module } from '#kernel/operation/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { FEATURE } from './closed.ts'
import { fr } from './fr.ts'
import { pruneMessages, settleClaims } from './jobs.ts'
import { settleHeldMails } from './reactions.ts'

declareFeature({ code: FEATURE, label: fr.feature, whenOff: 'hold', words: fr.words })

export const mail = module({
  name: 'mail',
  folder: 'modules/mail',
  needs: [switches],
  reactions: [settleHeldMails],
  jobs: [pruneMessages, settleClaims],
  privacy: {
    'mail.message': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { address_hash: null } },
    // The hash of an address that does not take mails, for ninety days.
    'mail.refusing_address': 'none',
  },
})
