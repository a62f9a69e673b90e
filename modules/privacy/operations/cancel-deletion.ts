import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { allOf, inPerson, owns } from '#kernel/operation/rule.ts'
import { deletionCancelled } from '../events.ts'
import { myDeletion, type Context } from '../policy.ts'

/** Changes one's mind: nothing will be erased. */
export const cancelDeletion = command({
  http: 'DELETE /me/deletion',
  input: z.object({}),
  output: z.null(),
  on: (context: Context) => myDeletion(context).clearSelect().select('deletion.person_id').forNoKeyUpdate().executeTakeFirst(),
  allow: allOf(inPerson, owns('person_id')),
  run: async ({ db, now, record }: Context, _, { person_id: personId }) => {
    const { id } = await db.updateTable('privacy.deletion').set({ state: 'cancelled', ended_at: now }).where('person_id', '=', personId)
      .where('state', '=', 'waiting').returning('id').executeTakeFirstOrThrow()
    await record(deletionCancelled, { deletionId: id })
    return null
  },
})
