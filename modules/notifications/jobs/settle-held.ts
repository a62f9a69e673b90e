import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { heldBy, release } from '#modules/switches/api.ts'
import { HELD } from '../closed.ts'
import type { Tables } from '../policy.ts'
import { deliverNotification, GATHER } from './deliver.ts'
import { collectDueMail, collectDuePush } from './upkeep.ts'

/**
 * Notifications are lifted: what waited for that is told, each person hearing it at once in one mail and on their devices, or is
 * dropped, as
 * the administrator chose. In batches, so that it begins again where it stopped. Another switch may still hold it.
 */
export const settleHeld = job({
  name: 'notifications.settle-held',
  payload: z.object({ switchId: z.uuid(), held: z.enum(['send', 'return']) }),
  run: async (context: JobContext<Tables>, { switchId, held }) => {
    let settled = 0
    for (let count = -1; count !== 0; settled += count) {
      count = await context.transaction(async (batch) => {
        const waiting = await heldBy(batch, switchId, HELD)
        const ids = waiting.map((one) => one.subjectId)
        if (held === 'return' && ids.length > 0) await batch.db.deleteFrom('notifications.request').where('id', 'in', ids).execute()
        else for (const requestId of ids) await batch.enqueue(deliverNotification, { requestId, gathers: true },
          { key: `notify:${requestId}` })
        await release(batch, waiting.map((one) => one.id))
        return waiting.length
      })
    }
    // What had been told on screen before, and could not leave by mail nor to devices, leaves with the rest.
    const at = new Date(Date.parse(context.now) + GATHER).toISOString()
    await context.enqueue(collectDueMail, {}, { key: 'notifications-due-mail', at })
    await context.enqueue(collectDuePush, {}, { key: 'notifications-due-push', at })
    return { settled }
  },
})
