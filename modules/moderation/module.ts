import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { mail } from '#modules/mail/module.ts'
import { contentDecided, contentReported } from './events.ts'
import { mailDecision, tellAuthor } from './jobs.ts'
import { decideOnReported } from './operations/back-office/decide-on-reported.ts'
import { listReported } from './operations/back-office/list-reported.ts'
import { showReported } from './operations/back-office/show-reported.ts'
import { foreseeReport } from './operations/foresee-report.ts'
import { reportContent } from './operations/report-content.ts'
import { fr as staff } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'

/** What people report, and what is decided of it. */
export const moderation = module({
  name: 'moderation', folder: 'modules/moderation', needs: [audit, identity, mail],
  operations: { foreseeReport, reportContent },
  backOffice: {
    operations: { listReported, showReported, decideOnReported },
    menu: [{ group: 'moderation', label: staff.menu, href: urls.queue() }],
  },
  facts: [contentReported, contentDecided],
  reactions: [mailDecision],
  jobs: [tellAuthor],
  refusals: fr.refusals, done: fr.done,
  privacy: {
    'moderation.subject': { person: ['author_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'moderation.report': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { words: '' } },
    // The file keeps what was decided and why, without who decided once they are gone.
    'moderation.decision': { person: ['person_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
  },
})
