import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { changeSetting } from './operations/back-office/change-setting.ts'
import { listSettings } from './operations/back-office/list-settings.ts'
import { showSetting } from './operations/back-office/show-setting.ts'
import { undoSettingChange } from './operations/back-office/undo-setting-change.ts'
import './platform.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

/** What administrators set while the service runs. */
export const settings = module({
  name: 'settings', folder: 'modules/settings', needs: [audit],
  backOffice: {
    operations: { listSettings, showSetting, changeSetting, undoSettingChange },
    menu: [{ group: 'reglages', label: fr.menu, href: urls.settings() }],
  },
  refusals: fr.refusals, done: fr.done,
  privacy: {
    'settings.setting': 'none',
    // Who changed the service, and why, is the service's memory: it stays, without its author once they are erased.
    'settings.change': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
  },
})
