import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { renameGroup } from '../groups.ts'
import { groupCode, groupName } from '../limits.ts'
import { inCharge, lockedGroup, type Context } from '../policy.ts'

/** What a group is called, and its name in the establishment's own system. */
export const editGroup = command({
  http: 'PATCH /organisations/:organisationId/groups/:groupId',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid(), name: groupName, code: groupCode }),
  output: z.object({ version: z.int() }),
  on: (context: Context, input) => lockedGroup(context, input),
  allow: inCharge,
  versioned: true,
  run: async (context: Context, input, group) => ({ version: await renameGroup(context, group, input) }),
})
