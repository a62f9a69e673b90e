import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { sessionsEnded } from '../events.ts'
import type { Context } from '../policy.ts'

/** Closes every session of the person, the one that asks too: whoever had a key has none any more. */
export const signOutEverywhere = command({
  http: 'DELETE /me/sessions',
  input: z.object({}),
  output: z.object({ ended: z.int() }),
  allow: inPerson,
  run: async ({ db, actor, record }: Context) => {
    const { numDeletedRows } = await db.deleteFrom('identity.session').where('person_id', '=', actor.id ?? null).executeTakeFirstOrThrow()
    await record(sessionsEnded, { personId: actor.id! })
    return { ended: Number(numDeletedRows) }
  },
})
