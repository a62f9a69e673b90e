import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { setting } from '#modules/settings/api.ts'
import { dueIn } from '../due.ts'
import { deletionAsked } from '../events.ts'
import { PROVED_WITHIN } from '../fresh.ts'
import { nameToType, sameName } from '../name-to-type.ts'
import { me, myDeletion, type Context } from '../policy.ts'
import { departure } from '../setting.ts'

/** Written out: as a parameter, it would no longer name the index once PostgreSQL plans the statement for every value. */
const waiting = sql.lit('waiting')

/** Asks to be erased once the delay is over; confirmed by one's name, typed. `cancelDeletion` undoes it until then. */
export const requestDeletion = command({
  http: 'POST /me/deletion',
  input: z.object({ name: z.string().trim().min(1).max(254) }),
  output: z.object({ dueAt: z.string() }),
  on: async (context: Context) =>
    ({ expected: await nameToType(context, me(context)), under: await myDeletion(context).executeTakeFirst() }),
  allow: inPerson,
  provedWithin: PROVED_WITHIN,
  when: ({ expected, under }, { name }) =>
    under ? 'privacy.deletion-waiting' : sameName(name, expected) ? undefined : 'privacy.name-differs',
  run: async (context: Context) => {
    const { db, actor, now, record } = context
    const { deletionDays } = await setting(context, departure)
    const id = v7()
    const dueAt = dueIn(deletionDays, now)
    const written = await db.insertInto('privacy.deletion')
      .values({ id, person_id: actor.id!, reason: 'asked', asked_at: now, due_at: dueAt })
      .onConflict((conflict) => conflict.column('person_id').where('state', '=', waiting).doNothing()).returning('id').executeTakeFirst()
    if (!written) throw new Refusal('privacy.deletion-waiting')
    await record(deletionAsked, { deletionId: id })
    return { dueAt }
  },
})
