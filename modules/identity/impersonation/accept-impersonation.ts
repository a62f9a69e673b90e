import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { impersonationAnswered } from '../events.ts'
import type { Context } from '../policy.ts'
import { aboutMe } from './mine.ts'
import { LASTS, later, stateOf } from './state.ts'

/** Lets who asked act in one's place, for an hour. One can end it at any time. */
export const acceptImpersonation = command({
  http: 'POST /me/impersonations/:impersonationId/acceptance',
  input: z.object({ impersonationId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { impersonationId }) => aboutMe(context).selectAll().where('impersonation.id', '=', impersonationId)
    .forUpdate().executeTakeFirst(),
  allow: inPerson,
  when: (one, _, { now }) => stateOf(one, now) === 'asked' ? undefined : 'identity.impersonation-answered',
  run: async ({ db, now, record, actor }: Context, _, one) => {
    await db.updateTable('identity.impersonation').set({ accepted_at: now, expires_at: later(now, LASTS.consent) }).where('id', '=', one.id).execute()
    await record(impersonationAnswered, { impersonationId: one.id, personId: actor.id! })
    return {}
  },
})
