import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signal } from '#modules/live/api.ts'
import { switchLifted } from '#modules/switches/events.ts'
import { FEATURE } from './closed.ts'
import { notificationAsked, notified } from './events.ts'
import { deliverNotification } from './jobs/deliver.ts'
import { settleHeld } from './jobs/settle-held.ts'

/** What a command asked to tell is told by a job. */
export const tellAsked = reaction({
  name: 'notifications.tell-asked',
  to: notificationAsked,
  run: (context: WorkerContext, { requestId }) => context.enqueue(deliverNotification, { requestId }, { key: `notify:${requestId}` }),
})

/** Open pages learn that there is something, on all devices; what it says they fetch. */
export const signalNotified = reaction({
  name: 'notifications.signal-notified',
  to: notified,
  run: async (context: WorkerContext, { requestId, personIds }) => {
    await signal(context, { to: personIds, topic: 'notifications.notified', operation: 'CREATE', type: 'NOTIFICATION', id: requestId })
  },
})

/** What waited for notifications to be switched on again is told, or dropped. */
export const settleLifted = reaction({
  name: 'notifications.settle-lifted',
  to: switchLifted,
  run: async (context: WorkerContext, { switchId, feature, held }) => {
    if (feature === FEATURE) await context.enqueue(settleHeld, { switchId, held }, { key: `settle-notifications:${switchId}` })
  },
})
