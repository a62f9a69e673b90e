import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { createGroupIn } from '../groups.ts'
import { groupCode, groupName, optionalGroup } from '../limits.ts'
import { inCharge, placeFor, type Context } from '../policy.ts'
import { groupKinds } from '../roles.ts'

/** Opens a group: anywhere for who manages the organisation, within their programme for who manages that. */
export const createGroup = command({
  http: 'POST /organisations/:organisationId/groups',
  input: z.object({ organisationId: z.uuid(), kind: z.enum(groupKinds), name: groupName, code: groupCode, parentId: optionalGroup }),
  output: z.object({ groupId: z.uuid() }),
  on: (context: Context, { organisationId, parentId }) => placeFor(context, { organisationId, groupId: parentId, role: 'member' }),
  allow: inCharge,
  run: async (context: Context, input) => ({ groupId: await createGroupIn(context, input) }),
})
