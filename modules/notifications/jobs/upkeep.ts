import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { Tables } from '../policy.ts'
import { collectMail } from './collect-mail.ts'
import { collectPush } from './collect-push.ts'

const nothing = z.object({}).loose()

/** Every quarter of an hour, since some time zones are a quarter off: those whose quiet hours or whose wait for a digest are over. */
export const collectDueMail = job({
  name: 'notifications.collect-due-mail', payload: nothing, schedule: '*/15 * * * *',
  run: async ({ db, now, enqueue }: WorkerContext<Tables>) => {
    const people = await db.selectFrom('notifications.notification').select('person_id').distinct().where('mail_at', '<=', now).execute()
    for (const { person_id: personId } of people) await enqueue(collectMail, { personId }, { key: `notification-mail:${personId}` })
    return { people: people.length }
  },
})

/** The same for devices, which quiet hours concern alike. */
export const collectDuePush = job({
  name: 'notifications.collect-due-push', payload: nothing, schedule: '*/15 * * * *',
  run: async ({ db, now, enqueue }: WorkerContext<Tables>) => {
    const people = await db.selectFrom('notifications.notification').select('person_id').distinct().where('push_at', '<=', now).execute()
    for (const { person_id: personId } of people) await enqueue(collectPush, { personId }, { key: `notification-push:${personId}` })
    return { people: people.length }
  },
})

/**
 * Each night: what was read ninety days ago, what nobody read for a year, links of mails as old, what was told more than a day ago, what
 * push services were given a week ago, and devices that took nothing for a year.
 */
export const pruneNotifications = job({
  name: 'notifications.prune', payload: nothing, schedule: '47 2 * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const before = (days: number) => sql<string>`now() - make_interval(days => ${days}::int)`
    const gone = await db.deleteFrom('notifications.notification')
      .where((eb) => eb.or([eb('read_at', '<', before(90)), eb('at', '<', before(365))])).executeTakeFirstOrThrow()
    await db.deleteFrom('notifications.letter').where('at', '<', before(365)).execute()
    await db.deleteFrom('notifications.happening').where('at', '<', before(1)).execute()
    await db.deleteFrom('notifications.push').where('made_at', '<', before(7)).execute()
    await db.deleteFrom('notifications.device').where((eb) => eb(eb.fn.coalesce('used_at', 'at'), '<', before(365))).execute()
    return { notifications: Number(gone.numDeletedRows) }
  },
})
