import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { timeZonesOf } from '#modules/identity/api.ts'
import { isClosed } from '../closed.ts'
import type { Tables } from '../policy.ts'
import { sendPush } from './send-push.ts'

/** More at once are told as one: whoever was away, or asleep, hears one thing. */
const APART = 3

/**
 * Claims all that a person is to learn now on their devices and orders it, together or not at all: however often this runs, each line is
 * given once to each device. What they read meanwhile stays out, unless it is critical.
 */
export const collectPush = job({
  name: 'notifications.collect-push',
  payload: z.object({ personId: z.uuid() }),
  run: (context: JobContext<Tables>, { personId }) => context.transaction(async (tx) => {
    const { db, now, enqueue } = tx
    const due = await db.selectFrom('notifications.notification').select(['id', 'read_at', 'is_critical'])
      .where('person_id', '=', personId).where('push_at', '<=', now).orderBy('id').forUpdate().execute()
    const closed = due.length > 0 && await isClosed(tx, personId)
    const settled = due.filter((one) => one.is_critical || !closed)
    const here = settled.length > 0 && (await timeZonesOf(tx, [personId])).size > 0
    const chosen = here ? settled.filter((one) => one.read_at === null || one.is_critical) : []
    const devices = chosen.length > 0
      ? await db.selectFrom('notifications.device').select('id').where('person_id', '=', personId).orderBy('id').execute() : []
    const apart = chosen.filter((one) => one.is_critical || chosen.length <= APART)
    const together = chosen.length - apart.length
    const parts = [
      ...apart.map((one) => ({ notification_id: one.id, count: 1, is_critical: one.is_critical })),
      ...together > 0 ? [{ notification_id: null, count: together, is_critical: false }] : [],
    ]
    for (const { id: device } of devices) {
      for (const part of parts) {
        const pushId = v7()
        await db.insertInto('notifications.push').values({ id: pushId, device_id: device, ...part, made_at: now, at: now }).execute()
        await enqueue(sendPush, { pushId }, { key: `push:${pushId}` })
      }
    }
    const ids = settled.map((one) => one.id)
    if (ids.length > 0) {
      await db.updateTable('notifications.notification').set({ push_at: null }).where('id', 'in', ids).execute()
      const gone = chosen.map((one) => one.id)
      if (gone.length > 0) await db.updateTable('notifications.notification').set({ pushed_at: now }).where('id', 'in', gone).execute()
    }
    return { notifications: chosen.length, devices: devices.length }
  }),
})
