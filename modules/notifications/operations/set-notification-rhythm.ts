import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { myRhythm } from '../rhythm.ts'

const hour = z.int().min(0).max(23)

/** Sets one's quiet hours and the hour and the day of one's digests. What waits to leave follows. */
export const setNotificationRhythm = command({
  http: 'PUT /me/notification-rhythm',
  input: z.object({
    quietFrom: hour.nullable().default(null), quietTo: hour.nullable().default(null),
    digestHour: hour, digestDay: z.int().min(1).max(7), digests: z.boolean(),
  }),
  output: z.object({ version: z.int() }),
  on: (context: Context) => myRhythm(context, true),
  allow: signedIn,
  versioned: true,
  when: (_, { quietFrom, quietTo }) => {
    if ((quietFrom === null) !== (quietTo === null)) return 'notifications.quiet-half'
    return quietFrom !== null && quietFrom === quietTo ? 'notifications.quiet-whole' : undefined
  },
  run: async (context: Context, { quietFrom, quietTo, digestHour, digestDay, digests }, { version }) => {
    const { db, now, actor } = context
    const row = { quiet_from: quietFrom, quiet_to: quietTo, digest_hour: digestHour, digest_day: digestDay, digests, version: version + 1 }
    await db.insertInto('notifications.rhythm').values({ person_id: me(context), ...row })
      .onConflict((one) => one.column('person_id').doUpdateSet(row)).execute()
    await sql`update notifications.notification set mail_at = case when ${digests} or mail_pace = 'at-once' then notifications.due_at(
        mail_pace, ${now}::timestamptz, ${actor.timeZone}, ${quietFrom}::int, ${quietTo}::int, ${digestHour}::int, ${digestDay}::int) end
      where person_id = ${me(context)} and mail_at > ${now}::timestamptz`.execute(db)
    await sql`update notifications.notification set push_at = notifications.due_at('at-once', ${now}::timestamptz, ${actor.timeZone},
        ${quietFrom}::int, ${quietTo}::int, ${digestHour}::int, ${digestDay}::int)
      where person_id = ${me(context)} and push_at > ${now}::timestamptz`.execute(db)
    return { version: version + 1 }
  },
})
