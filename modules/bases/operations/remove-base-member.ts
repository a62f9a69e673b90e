import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { memberLeft } from '../events.ts'
import { removeMember } from '../joining/members.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'

/** Ends someone's membership. What they wrote stays in the base, and stays theirs too. */
export const removeBaseMember = command({
  http: 'DELETE /bases/:baseId/members/:personId',
  input: z.object({ baseId: z.uuid(), personId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  run: async (context: Context, { personId }, base) => {
    await removeMember(context, base.id, personId)
    await context.record(memberLeft, { baseId: base.id, personId, bySelf: false })
    return null
  },
})
