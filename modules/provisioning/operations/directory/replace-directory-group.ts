import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { rolesFor, type Context } from '../../policy.ts'
import { fail } from '../../scim/error.ts'
import { memberIds, setMembers } from '../../scim/members.ts'
import { groupSchema, readResource } from '../../scim/resource.ts'
import { checkVersion, expected, lockedGroup, mayProvision, organisationId, resource } from './target.ts'

/** A directory says anew what a group is and who is in it (SCIM, RFC 7644 §3.5.1). Its name in the organisation is not changed from here. */
export const replaceDirectoryGroup = command({
  http: 'PUT /organisations/:organisationId/directory/groups/:id',
  input: z.object({ organisationId, id: z.uuid(), resource, expected }),
  output: z.object({ id: z.uuid() }),
  on: (context: Context, input) => lockedGroup(context, input),
  allow: mayProvision,
  run: async (context: Context, { organisationId, id, resource, expected }, { group: row, ...place }) => {
    checkVersion(row.version, expected)
    const { members, ...group } = readResource(groupSchema, resource)
    const other = await sql`select from provisioning.scim_group where organisation_id = ${organisationId} and lower(display_name) = lower(${group.displayName}) and id <> ${id}`
      .execute(context.db)
    if (other.rows.length > 0) return fail('uniqueness', 'this displayName is taken')
    await setMembers(context, { organisationId, groupId: id }, await memberIds(context, organisationId, members), rolesFor(context, place))
    await context.db.updateTable('provisioning.scim_group').set({
      display_name: group.displayName, resource: JSON.stringify(group), changed_at: context.now, version: row.version + 1,
    }).where('id', '=', id).execute()
    return { id }
  },
})
