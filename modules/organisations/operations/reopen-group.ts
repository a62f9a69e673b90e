import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { setGroupClosed } from '../groups.ts'
import { lockedGroup, keepsGroup, type Context } from '../policy.ts'

/** Opens a closed group again, with the people that it had. */
export const reopenGroup = command({
  http: 'POST /organisations/:organisationId/groups/:groupId/reopening',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => lockedGroup(context, input),
  allow: keepsGroup,
  when: (group) => group.closed_at ? undefined : 'organisations.group-open',
  run: async (context: Context, _, group) => {
    await setGroupClosed(context, group, null)
    return null
  },
})
