import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { privacy } from '#modules/privacy/module.ts'
import { settings } from '#modules/settings/module.ts'
import { acceptTerms } from './operations/accept-terms.ts'
import { discardDraft } from './operations/back-office/discard-draft.ts'
import { listVersions } from './operations/back-office/list-versions.ts'
import { publishTerms } from './operations/back-office/publish-terms.ts'
import { saveDraft } from './operations/back-office/save-draft.ts'
import { showDraft } from './operations/back-office/show-draft.ts'
import { showAskedTerms } from './operations/show-asked-terms.ts'
import { showTerms } from './operations/show-terms.ts'
import { rawRoutes } from './raw.ts'
import { fr as back } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'

/** The terms of use: their versions, who accepted them, and what waits until they do. */
export const terms = module({
  name: 'terms', folder: 'modules/terms', needs: [audit, settings, identity, privacy],
  operations: { showTerms, showAskedTerms, acceptTerms },
  backOffice: {
    operations: { listVersions, showDraft, saveDraft, publishTerms, discardDraft },
    menu: [{ group: 'service', label: back.menu, href: urls.versions() }],
  },
  raw: rawRoutes,
  refusals: { ...fr.refusals, ...back.refusals }, done: { ...fr.done, ...back.done },
  privacy: {
    'terms.version': 'none',
    'terms.acceptance': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
  },
})
