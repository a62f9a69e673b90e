import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { rolesFor, type Context } from '../../policy.ts'
import { countDeparture } from '../../scim/departures.ts'
import { fail } from '../../scim/error.ts'
import { readResource, userSchema } from '../../scim/resource.ts'
import { settleUser } from '../../scim/settle.ts'
import { checkVersion, expected, lockedUser, mayProvision, organisationId, resource } from './target.ts'

/** A directory says anew who a user is (SCIM, RFC 7644 §3.5.1). One that is inactive keeps no place that the directory gave. */
export const replaceDirectoryUser = command({
  http: 'PUT /organisations/:organisationId/directory/users/:id',
  input: z.object({ organisationId, id: z.uuid(), resource, expected }),
  output: z.object({ id: z.uuid() }),
  on: (context: Context, input) => lockedUser(context, input),
  allow: mayProvision,
  run: async (context: Context, { organisationId, id, resource, expected }, { user: row, ...place }) => {
    checkVersion(row.version, expected)
    const user = readResource(userSchema, resource)
    const other = await sql`select from provisioning.scim_user where organisation_id = ${organisationId} and lower(user_name) = lower(${user.userName}) and id <> ${id}`
      .execute(context.db)
    if (other.rows.length > 0) return fail('uniqueness', 'this userName is taken')
    if (row.is_active && user.active === false) await countDeparture(context, organisationId)
    const subjectId = await settleUser(context, { organisationId, userId: id, subjectId: row.subject_id }, user, rolesFor(context, place))
    await context.db.updateTable('provisioning.scim_user').set({
      user_name: user.userName, is_active: user.active !== false, resource: JSON.stringify(user), subject_id: subjectId, changed_at: context.now, version: row.version + 1,
    }).where('id', '=', id).execute()
    return { id }
  },
})
