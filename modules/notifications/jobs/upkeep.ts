import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { Tables } from '../policy.ts'
import { collectMail } from './collect-mail.ts'

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

/** Each night: what was read ninety days ago, what nobody read for a year, links of mails as old, and what was told more than a day ago. */
export const pruneNotifications = job({
  name: 'notifications.prune', payload: nothing, schedule: '47 2 * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const before = (days: number) => sql<string>`now() - make_interval(days => ${days}::int)`
    const gone = await db.deleteFrom('notifications.notification')
      .where((eb) => eb.or([eb('read_at', '<', before(90)), eb('at', '<', before(365))])).executeTakeFirstOrThrow()
    await db.deleteFrom('notifications.letter').where('at', '<', before(365)).execute()
    await db.deleteFrom('notifications.happening').where('at', '<', before(1)).execute()
    return { notifications: Number(gone.numDeletedRows) }
  },
})
