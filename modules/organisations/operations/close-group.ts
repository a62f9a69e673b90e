import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { checkHoldsNone, setGroupClosed } from '../groups.ts'
import { keepsGroup, lockedGroup, type Context } from '../policy.ts'

/** Closes a group at the end of its year. What people were in it stays, and gives nothing until it is opened again. */
export const closeGroup = command({
  http: 'POST /organisations/:organisationId/groups/:groupId/closing',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => lockedGroup(context, input),
  allow: keepsGroup,
  when: (group) => group.closed_at ? 'organisations.group-closed' : undefined,
  run: async (context: Context, _, group) => {
    await checkHoldsNone(context, group)
    await setGroupClosed(context, group, context.now)
    return null
  },
})
