import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { placeOf, rolesFor, type Context } from '../../policy.ts'
import { fail } from '../../scim/error.ts'
import { readResource, userSchema } from '../../scim/resource.ts'
import { settleUser } from '../../scim/settle.ts'
import { mayProvision, organisationId, resource } from './target.ts'

/** A directory brings a person (SCIM, RFC 7644 §3.3). */
export const createDirectoryUser = command({
  http: 'POST /organisations/:organisationId/directory/users',
  input: z.object({ organisationId, resource }),
  output: z.object({ id: z.uuid() }),
  on: placeOf,
  allow: mayProvision,
  run: async (context: Context, { organisationId, resource }, place) => {
    const { db, now } = context
    const user = readResource(userSchema, resource)
    const id = v7()
    const made = await db.insertInto('provisioning.scim_user').values({
      id, organisation_id: organisationId, user_name: user.userName, is_active: user.active !== false, resource: JSON.stringify(user), created_at: now, changed_at: now,
    }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
    if (!made) return fail('uniqueness', 'this userName is taken')
    const subjectId = await settleUser(context, { organisationId, userId: id, subjectId: null }, user, rolesFor(context, place))
    await db.updateTable('provisioning.scim_user').set({ subject_id: subjectId }).where('id', '=', id).execute()
    return { id }
  },
})
