import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { rolesFor, type Context } from '../../policy.ts'
import { setMembers } from '../../scim/members.ts'
import { checkVersion, expected, lockedGroup, mayProvision, organisationId } from './target.ts'

/** A directory no longer has a group (SCIM, RFC 7644 §3.6): its members leave it. The group of the organisation stays. */
export const removeDirectoryGroup = command({
  http: 'DELETE /organisations/:organisationId/directory/groups/:id',
  input: z.object({ organisationId, id: z.uuid(), expected }),
  output: z.null(),
  on: (context: Context, input) => lockedGroup(context, input),
  allow: mayProvision,
  run: async (context: Context, { organisationId, id, expected }, { group, ...place }) => {
    checkVersion(group.version, expected)
    await setMembers(context, { organisationId, groupId: id }, [], rolesFor(context, place))
    await context.db.deleteFrom('provisioning.scim_group').where('id', '=', id).execute()
    return null
  },
})
