import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** Takes back what one asked and that nobody answered yet. */
export const withdrawJoinRequest = command({
  http: 'DELETE /base-join-requests/:requestId',
  input: z.object({ requestId: z.uuid() }),
  output: z.null(),
  on: ({ db, actor }: Context, { requestId }) => db.selectFrom('bases.join_request').select(['id', 'person_id', 'state'])
    .where('id', '=', requestId).where('person_id', '=', actor.id ?? null).forNoKeyUpdate().executeTakeFirst(),
  allow: owns('person_id'),
  when: ({ state }) => state === 'pending' ? undefined : 'bases.request-decided',
  run: async ({ db, now }: Context, _, { id }) => {
    await db.updateTable('bases.join_request').set({ state: 'withdrawn', decided_at: now }).where('id', '=', id).execute()
    return null
  },
})
