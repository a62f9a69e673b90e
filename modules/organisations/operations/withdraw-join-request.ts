import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** Takes back what one asked and that nobody answered yet. */
export const withdrawJoinRequest = command({
  http: 'POST /join-requests/:requestId/withdrawal',
  input: z.object({ requestId: z.uuid() }),
  output: z.null(),
  on: ({ db, actor }: Context, { requestId }) => db.selectFrom('organisations.join_request').select(['id', 'state'])
    .where('id', '=', requestId).where('person_id', '=', actor.id ?? null).forNoKeyUpdate().executeTakeFirst(),
  allow: signedIn,
  when: ({ state }) => state === 'pending' ? undefined : 'organisations.request-decided',
  run: async ({ db, now }: Context, _, { id }) => {
    await db.updateTable('organisations.join_request').set((eb) =>
      ({ state: 'withdrawn', decided_at: now, version: eb('version', '+', 1) }))
      .where('id', '=', id).execute()
    return null
  },
})
