import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { renameGroup } from '../../groups.ts'
import { groupCode, groupName } from '../../limits.ts'
import type { Context } from '../../policy.ts'
import { anyGroup } from './target.ts'

/** What a group of any organisation is called. */
export const editOrganisationGroup = command({
  http: 'PATCH /back-office/organisations/:organisationId/groups/:groupId',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid(), name: groupName, code: groupCode }),
  output: z.object({ version: z.int() }),
  on: (context: Context, input) => anyGroup(context, input),
  allow: holds('administrator'),
  versioned: true,
  run: async (context: Context, input, group) => ({ version: await renameGroup(context, group, input) }),
})
