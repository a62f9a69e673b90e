import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { FetchError } from '#modules/outside/api.ts'
import type { Tables } from '../policy.ts'
import { payloadOf, severalOf } from '../push/payload.ts'
import { lifeOf, push, PushError, type Pushed } from '../push/send.ts'

type Context = JobContext<Tables>

/** Whoever claimed one so long ago, in milliseconds, is dead: a push service is waited for ten seconds. */
const CLAIM = 60_000

const pushFor = ({ db }: Context, id: string) => db.selectFrom('notifications.push as push')
  .innerJoin('notifications.device as device', 'device.id', 'push.device_id')
  .leftJoin('notifications.notification as one', 'one.id', 'push.notification_id').where('push.id', '=', id)
  .select(['push.id', 'push.state', 'push.at', 'push.made_at', 'push.count', 'push.is_critical', 'push.notification_id', 'push.device_id',
    'device.endpoint', 'device.p256dh', 'device.auth', 'one.kind', 'one.params', 'one.count as told', 'one.read_at']).executeTakeFirst()
type Row = NonNullable<Awaited<ReturnType<typeof pushFor>>>

/** What it says now: none once it was read, or once what it told was taken away. */
const payloadFor = (row: Row) => {
  if (row.notification_id === null) return severalOf(row.id, row.count)
  if (row.kind === null || (row.read_at !== null && !row.is_critical)) return undefined
  return payloadOf({ id: row.notification_id, kind: row.kind, params: row.params, count: row.told!, is_critical: row.is_critical })
}

/**
 * Takes it before a push service is spoken to. A claim left by a process that died is a doubt: what is critical is given again, under the
 * same topic and tag, which replaces the first; the rest is not.
 */
const claim = async ({ db, now }: Context, row: Row): Promise<boolean> => {
  const isOld = Date.parse(now) - Date.parse(row.at) > CLAIM
  if (row.state === 'claimed' && !isOld) throw new PushError('claimed')
  const doubt = row.state === 'claimed' && !row.is_critical
  const mine = await db.updateTable('notifications.push').set({ state: doubt ? 'uncertain' : 'claimed', at: now })
    .where('id', '=', row.id).where('state', '=', row.state).where('at', '=', row.at).returning('id').executeTakeFirst()
  return mine !== undefined && !doubt
}

/** The device is forgotten: its browser said so, or its address is none of the public internet. What waited for it goes with it. */
const forget = ({ db }: Context, { device_id: id }: Row) => db.deleteFrom('notifications.device').where('id', '=', id).execute()

/** Gives one to the push service of its device. Those that a later try may mend are tried again for as long as they are worth reading. */
export const sendPush = job({
  name: 'notifications.send-push',
  payload: z.object({ pushId: z.uuid() }),
  attempts: 12,
  run: async (context: Context, { pushId }) => {
    const { db, now, enqueue } = context
    const row = await pushFor(context, pushId)
    if (!row || (row.state !== 'waiting' && row.state !== 'claimed')) return { state: row?.state ?? 'gone' }
    const set = (state: string, status: number | null = null) =>
      db.updateTable('notifications.push').set({ state, status, at: now }).where('id', '=', pushId).execute()
    const payload = payloadFor(row)
    const isLate = Date.parse(now) - Date.parse(row.made_at) > lifeOf(row.is_critical) * 1000
    if (!payload || isLate) {
      await set('late')
      return { state: 'late' }
    }
    if (!await claim(context, row)) return { state: 'uncertain' }
    let done: Pushed
    try {
      done = await push(row, payload)
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      await forget(context, row)
      return { state: 'gone', failure: error.failure }
    }
    if (done.became === 'gone') await forget(context, row)
    if (done.became === 'sent') await db.updateTable('notifications.device').set({ used_at: now }).where('id', '=', row.device_id).execute()
    if (done.became === 'sent' || done.became === 'refused') await set(done.became === 'sent' ? 'sent' : 'failed', done.status)
    if (done.became === 'uncertain' && !row.is_critical) await set('uncertain')
    else if (done.became === 'uncertain' || done.became === 'unreached') {
      await set('waiting')
      throw new PushError(done.became)
    }
    if (done.became === 'later') {
      await set('waiting', done.status)
      if (done.seconds === undefined) throw new PushError(String(done.status))
      // As the push service asked (RFC 9110 §10.2.3).
      await enqueue(sendPush, { pushId }, { key: `push:${pushId}`, at: new Date(Date.now() + done.seconds * 1000).toISOString() })
    }
    return { state: done.became }
  },
})
