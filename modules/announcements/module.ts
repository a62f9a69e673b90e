import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { announcementPublished, announcementRecalled } from './events.ts'
import { endAnnouncements, hideAnnouncement, tellAnnouncement } from './jobs.ts'
import { acknowledgeAnnouncement } from './operations/acknowledge-announcement.ts'
import { foreseeAnnouncement } from './operations/back-office/foresee-announcement.ts'
import { listAnnouncements } from './operations/back-office/list-announcements.ts'
import { publishAnnouncement } from './operations/back-office/publish-announcement.ts'
import { recallAnnouncement } from './operations/back-office/recall-announcement.ts'
import { listMyAnnouncements } from './operations/list-my-announcements.ts'
import { listOrganisationAnnouncements } from './operations/list-organisation-announcements.ts'
import { publishInOrganisation } from './operations/publish-in-organisation.ts'
import { recallInOrganisation } from './operations/recall-in-organisation.ts'
import { showAnnouncement } from './operations/show-announcement.ts'
import { announcesAnywhere } from './policy.ts'
import { FEATURE } from './publishing.ts'
import { hideRecalled, settleHeld, tellPublished } from './reactions.ts'
import { fr as back } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'
import { urls as portal } from './web/routes.ts'

declareFeature({
  code: FEATURE, label: fr.feature, operations: [publishInOrganisation], whenOff: 'hold',
  limit: { burst: 5, day: 30, newAccountHours: 24, newBurst: 3, newDay: 5, staffTimes: 1 },
})

/** What administrators tell many people at once. */
export const announcements = module({
  name: 'announcements', folder: 'modules/announcements', needs: [audit, identity, switches, notifications, organisations],
  operations: {
    listMyAnnouncements, showAnnouncement, acknowledgeAnnouncement, listOrganisationAnnouncements, publishInOrganisation,
      recallInOrganisation,
  },
  backOffice: {
    operations: { listAnnouncements, foreseeAnnouncement, publishAnnouncement, recallAnnouncement },
    menu: [{ group: 'service', label: back.menu, href: urls.list() }],
  },
  menu: [{ group: 'gerer', label: fr.mine.title, href: portal.mine(), for: announcesAnywhere }],
  facts: [announcementPublished, announcementRecalled],
  reactions: [tellPublished, hideRecalled, settleHeld],
  jobs: [tellAnnouncement, hideAnnouncement, endAnnouncements],
  refusals: { ...fr.refusals, ...back.refusals }, done: { ...fr.done, ...back.done },
  privacy: {
    // What was told to many stays theirs to read, without its author.
    'announcements.announcement': { person: ['author_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'announcements.receipt': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
  },
})
