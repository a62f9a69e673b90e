import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { impersonationEnded, sessionsEnded } from '../events.ts'
import type { Context } from '../policy.ts'
import { aboutMe } from './mine.ts'
import { stateOf } from './state.ts'

/** Ends it at once, whoever of the two asks: the sessions opened in the person's place open nothing any more. */
export const endImpersonation = command({
  http: 'DELETE /me/impersonations/:impersonationId',
  input: z.object({ impersonationId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { impersonationId }) => aboutMe(context).selectAll().where('impersonation.id', '=', impersonationId)
    .forUpdate().executeTakeFirst(),
  allow: signedIn,
  when: (one, _, { now }) => stateOf(one, now) === 'accepted' ? undefined : 'identity.impersonation-over',
  run: async ({ db, now, record, actor }: Context, _, one) => {
    await db.updateTable('identity.impersonation').set({ ended_at: now, token_hash: null }).where('id', '=', one.id).execute()
    await db.deleteFrom('identity.session').where('impersonation_id', '=', one.id).execute()
    await record(sessionsEnded, { personId: actor.id! })
    await record(impersonationEnded, { impersonationId: one.id, personId: actor.id! })
    return {}
  },
})
