import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { memberLeft } from '../events.ts'
import { removeMember } from '../joining/members.ts'
import { belongsToBase, lockedBase, type Context } from '../policy.ts'

/** Leaves a base; its last administrator names another one first. */
export const leaveBase = command({
  http: 'POST /bases/:baseId/departure',
  input: z.object({ baseId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: belongsToBase,
  run: async (context: Context, _, base) => {
    await removeMember(context, base.id, context.actor.id!)
    await context.record(memberLeft, { baseId: base.id, personId: context.actor.id! })
    return null
  },
})
