import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { askBeforeJoining } from '#modules/identity/api.ts'
import { identity } from '#modules/identity/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { contentDecided, contentHeld, contentReported, decisionAppealed } from './events.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { countReported } from './operations/count-reported.ts'
import { decideOnReported, decideOnReportedAsStaff } from './operations/decide-on-reported.ts'
import { foreseeReport } from './operations/foresee-report.ts'
import { judgeAppeal, judgeAppealAsStaff } from './operations/judge-appeal.ts'
import { listDecisionsOnMine } from './operations/list-decisions-on-mine.ts'
import { listReported, listReportedAsStaff } from './operations/list-reported.ts'
import { reportContent } from './operations/report-content.ts'
import { showReported, showReportedAsStaff } from './operations/show-reported.ts'
import { belongsToTheTeam } from './policy.ts'
import { tellDecision } from './reactions.ts'
import { forgetDecided, tellModerators } from './telling-moderators.ts'
import { urls as staffUrls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'
import { fr as moderating } from './web/moderating.fr.ts'
import { urls } from './web/routes.ts'

// Who moderates has an account: ProConnect, where it does not know them yet, makes no other one.
askBeforeJoining((path) => path.startsWith(urls.queue()))

/** What people report and what is held, what is decided of it, and what its author answers. */
export const moderation = module({
  name: 'moderation', folder: 'modules/moderation', needs: [audit, identity, notifications],
  operations: { foreseeReport, reportContent, listDecisionsOnMine, appealDecision, listReported, showReported, decideOnReported, judgeAppeal },
  backOffice: {
    operations: { countReported, listReportedAsStaff, showReportedAsStaff, decideOnReportedAsStaff, judgeAppealAsStaff },
    menu: [{ group: 'moderation', label: moderating.menu, href: staffUrls.queue() }],
  },
  menu: [{ group: 'gerer', label: moderating.menu, href: urls.queue(), for: belongsToTheTeam }],
  facts: [contentReported, contentHeld, contentDecided, decisionAppealed],
  reactions: [tellDecision, tellModerators, forgetDecided],
  refusals: fr.refusals, done: { ...fr.done, ...moderating.done },
  privacy: {
    'moderation.subject': { person: ['author_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'moderation.report': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { words: '', repeats: null } },
    // The file keeps what was decided and why, without who decided once they are gone.
    'moderation.decision': { person: ['person_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'moderation.appeal': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { words: '' } },
  },
})
