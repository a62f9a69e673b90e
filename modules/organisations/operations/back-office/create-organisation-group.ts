import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { createGroupIn } from '../../groups.ts'
import { groupCode, groupName, optionalGroup } from '../../limits.ts'
import type { Context } from '../../policy.ts'
import { groupKinds } from '../../roles.ts'
import { anyGroup, anyOrganisation } from './target.ts'

/** Opens a group in any organisation. */
export const createOrganisationGroup = command({
  http: 'POST /back-office/organisations/:organisationId/groups',
  input: z.object({ organisationId: z.uuid(), kind: z.enum(groupKinds), name: groupName, code: groupCode, parentId: optionalGroup }),
  output: z.object({ groupId: z.uuid() }),
  on: (context: Context, { organisationId }) => anyOrganisation(context, organisationId),
  allow: holds('administrator'),
  when: (organisation) => organisation.closed_at ? 'organisations.organisation-closed' : undefined,
  run: async (context: Context, input) => {
    const parent = input.parentId ? await anyGroup(context, { organisationId: input.organisationId, groupId: input.parentId }) : undefined
    if (input.parentId && (!parent || parent.closed_at)) throw new Refusal('organisations.no-group', {}, 404)
    return { groupId: await createGroupIn(context, input) }
  },
})
