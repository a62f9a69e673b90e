import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { signal } from '#modules/live/api.ts'
import { notificationAsked, notified } from './events.ts'
import { deliverNotification } from './jobs/deliver.ts'

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
