import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { addToSheet, askBeforeJoining } from '#modules/identity/api.ts'
import { identity } from '#modules/identity/module.ts'
import { mail } from '#modules/mail/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { knowPlacesBy } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { backOffice } from './back-office.ts'
import { facts } from './events.ts'
import { jobs } from './jobs.ts'
import { operations } from './operations.ts'
import { places } from './places.ts'
import { isInCharge } from './policy.ts'
import { reactions } from './reactions.ts'
import { sheetPart } from './sheet.ts'
import { fr as staff } from './web/back-office/fr.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

addToSheet(sheetPart)
knowPlacesBy(places)
askBeforeJoining((path) => path.startsWith(urls.invitation('').split('?')[0]!))

export const organisations = module({
  name: 'organisations',
  folder: 'modules/organisations',
  needs: [audit, mail, identity, notifications, switches],
  operations,
  backOffice,
  facts,
  reactions,
  jobs,
  // Others find their organisations under their account.
  menu: [{ group: 'gerer', label: fr.menu.mine, href: urls.mine(), for: isInCharge }],
  refusals: { ...fr.refusals, ...staff.refusals },
  done: { ...fr.done, ...staff.done },
  grants: 'organisations.grant',
  privacy: {
    'organisations.organisation': 'none',
    'organisations.group': 'none',
    'organisations.group_within': 'none',
    'organisations.membership': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // The address of somebody who has not answered goes when they do, or thirty days after the invitation ended.
    'organisations.invitation': { person: ['invited_by', 'accepted_by'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'organisations.invitation_token': 'none',
    // Hashed, for a day at most.
    'organisations.invitation_miss': 'none',
    'organisations.suspended_person': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'organisations.join_request': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
  },
})
