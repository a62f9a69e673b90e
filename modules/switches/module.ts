import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { settings } from '#modules/settings/module.ts'
import { switchedOff as closed, switchLifted } from './events.ts'
import { endSwitches, forgetUses } from './jobs.ts'
import { foreseeSwitch } from './operations/back-office/foresee-switch.ts'
import { liftSwitch } from './operations/back-office/lift-switch.ts'
import { listSwitches } from './operations/back-office/list-switches.ts'
import { showSignals } from './operations/back-office/show-signals.ts'
import { turnOff } from './operations/back-office/turn-off.ts'
import { switchedOff } from './port.ts'
import { fr as back } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'

/** What administrators close and limit while the service runs. */
export const switches = module({
  name: 'switches', folder: 'modules/switches', needs: [audit, settings],
  backOffice: {
    operations: { listSwitches, foreseeSwitch, turnOff, liftSwitch, showSignals },
    menu: [{ group: 'service', label: back.menu, href: urls.list() }],
  },
  facts: [closed, switchLifted],
  jobs: [endSwitches, forgetUses],
  ports: { switchedOff },
  refusals: { ...fr.refusals, ...back.refusals }, done: back.done,
  privacy: {
    // Who was closed out, by whom and why: the service's memory, without them once they are erased.
    'switches.switch': { person: ['person_id', 'by_person_id', 'lifted_by'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'switches.held': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'switches.use': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
  },
})
