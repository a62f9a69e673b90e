import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { checkHoldsNone, setGroupClosed } from '../../groups.ts'
import type { Context } from '../../policy.ts'
import { anyGroup } from './target.ts'

/** Closes a group of any organisation; those within it are closed first. */
export const closeOrganisationGroup = command({
  http: 'POST /back-office/organisations/:organisationId/groups/:groupId/closing',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => anyGroup(context, input),
  allow: holds('administrator'),
  when: (group) => group.closed_at ? 'organisations.group-closed' : undefined,
  run: async (context: Context, _, group) => {
    await checkHoldsNone(context, group)
    await setGroupClosed(context, group, context.now)
    return null
  },
})
