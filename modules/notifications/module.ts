import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { live } from '#modules/live/module.ts'
import { mail } from '#modules/mail/module.ts'
import { outside } from '#modules/outside/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { FEATURE } from './closed.ts'
import { notificationAsked, notified } from './events.ts'
import { collectMail, sendLetter } from './jobs/collect-mail.ts'
import { collectPush } from './jobs/collect-push.ts'
import { deliverNotification } from './jobs/deliver.ts'
import { sendPush } from './jobs/send-push.ts'
import { settleHeld } from './jobs/settle-held.ts'
import { collectDueMail, collectDuePush, pruneNotifications } from './jobs/upkeep.ts'
import { chooseNotifications } from './operations/choose-notifications.ts'
import { enrolDevice } from './operations/enrol-device.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { markNotificationRead } from './operations/mark-notification-read.ts'
import { markNotificationUnread } from './operations/mark-notification-unread.ts'
import { muteSubject } from './operations/mute-subject.ts'
import { openNotification } from './operations/open-notification.ts'
import { readAllNotifications } from './operations/read-all-notifications.ts'
import { removeDevice } from './operations/remove-device.ts'
import { setNotificationRhythm } from './operations/set-notification-rhythm.ts'
import { showNotificationPreferences } from './operations/show-notification-preferences.ts'
import { showUnsubscription } from './operations/show-unsubscription.ts'
import { unmuteSubject } from './operations/unmute-subject.ts'
import { unsubscribe } from './operations/unsubscribe.ts'
import { oneClickUnsubscription } from './raw.ts'
import { settleLifted, signalNotified, tellAsked } from './reactions.ts'
import { fr } from './web/fr.ts'

const own = { person: ['person_id'], erase: 'delete' } as const

declareFeature({ code: FEATURE, label: fr.feature.label, whenOff: 'hold', words: fr.feature.words })

/** What people are told, each as they chose. */
export const notifications = module({
  name: 'notifications', folder: 'modules/notifications', needs: [audit, identity, live, mail, switches, outside],
  operations: {
    listNotifications, openNotification, markNotificationRead, markNotificationUnread, readAllNotifications, muteSubject, unmuteSubject,
    showNotificationPreferences, chooseNotifications, setNotificationRhythm, showUnsubscription, unsubscribe,
    enrolDevice, removeDevice,
  },
  raw: [oneClickUnsubscription],
  facts: [notificationAsked, notified],
  reactions: [tellAsked, signalNotified, settleLifted],
  jobs: [deliverNotification, collectMail, sendLetter, collectPush, sendPush, settleHeld, collectDueMail, collectDuePush,
    pruneNotifications],
  refusals: fr.refusals, done: fr.done,
  privacy: {
    'notifications.notification': { ...own, export: 'rows', merge: 'repoint' },
    // That somebody wrote, did, asked: it goes with them, and the line stays its reader's.
    'notifications.cause': { ...own, export: 'keep', merge: 'repoint' },
    'notifications.preference': { ...own, export: 'rows', merge: 'repoint' },
    'notifications.rhythm': { ...own, export: 'rows', merge: 'repoint' },
    'notifications.mute': { ...own, export: 'rows', merge: 'repoint' },
    'notifications.letter': { ...own, export: 'keep', merge: 'repoint' },
    // For a day at most, hashed.
    'notifications.happening': { ...own, export: 'keep', merge: 'repoint' },
    // For the seconds until it is told, or while notifications are switched off.
    'notifications.request': { person: ['by_person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    'notifications.device': { ...own, export: 'rows', merge: 'repoint' },
    // They go with the device.
    'notifications.push': 'none',
    // Hashes of secrets; they go with the letter.
    'notifications.unsubscription': 'none',
  },
})
