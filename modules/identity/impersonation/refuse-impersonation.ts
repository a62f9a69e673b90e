import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { impersonationAnswered } from '../events.ts'
import type { Context } from '../policy.ts'
import { aboutMe } from './mine.ts'
import { stateOf } from './state.ts'

/** Does not let who asked act in one's place. */
export const refuseImpersonation = command({
  http: 'POST /me/impersonations/:impersonationId/refusal',
  input: z.object({ impersonationId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { impersonationId }) => aboutMe(context).selectAll().where('impersonation.id', '=', impersonationId)
    .forUpdate().executeTakeFirst(),
  allow: inPerson,
  when: (one, _, { now }) => stateOf(one, now) === 'asked' ? undefined : 'identity.impersonation-answered',
  run: async ({ db, now, record, actor }: Context, _, one) => {
    await db.updateTable('identity.impersonation').set({ refused_at: now }).where('id', '=', one.id).execute()
    await record(impersonationAnswered, { impersonationId: one.id, personId: actor.id! })
    return {}
  },
})
