import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { notificationAsked } from './events.ts'
import { deliverNotification } from './jobs/deliver.ts'

/** What a command asked to tell is told by a job. */
export const tellAsked = reaction({
  name: 'notifications.tell-asked',
  to: notificationAsked,
  run: (context: WorkerContext, { requestId }) => context.enqueue(deliverNotification, { requestId }, { key: `notify:${requestId}` }),
})
