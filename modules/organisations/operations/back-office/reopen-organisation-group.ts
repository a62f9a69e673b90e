import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { setGroupClosed } from '../../groups.ts'
import type { Context } from '../../policy.ts'
import { anyGroup } from './target.ts'

/** Opens a closed group of any organisation again, with the people that it had. */
export const reopenOrganisationGroup = command({
  http: 'POST /back-office/organisations/:organisationId/groups/:groupId/reopening',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => anyGroup(context, input),
  allow: holds('administrator'),
  when: (group) => group.closed_at ? undefined : 'organisations.group-open',
  run: async (context: Context, _, group) => {
    await setGroupClosed(context, group, null)
    return null
  },
})
