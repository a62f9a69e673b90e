import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { subjectsOf } from '../../matching.ts'
import type { Context } from '../../policy.ts'
import { countDeparture } from '../../scim/departures.ts'
import { reconcile } from '../../scim/settle.ts'
import { checkVersion, expected, lockedUser, mayProvision, organisationId } from './target.ts'

/**
 * A directory no longer has a user (SCIM, RFC 7644 §3.6): what it gave them ends. The person and the way in which the organisation names them
 * stay, so that they are the same when the directory brings them again.
 */
export const removeDirectoryUser = command({
  http: 'DELETE /organisations/:organisationId/directory/users/:id',
  input: z.object({ organisationId, id: z.uuid(), expected }),
  output: z.null(),
  on: (context: Context, input) => lockedUser(context, input),
  allow: mayProvision,
  run: async (context: Context, { organisationId, id, expected }, { user }) => {
    checkVersion(user.version, expected)
    if (user.is_active) await countDeparture(context, organisationId)
    const [subject] = user.subject_id ? await subjectsOf(context.db, organisationId, { ids: [user.subject_id] }) : []
    if (subject) await reconcile(context, { organisationId, userId: id }, subject, 'member', false)
    await context.db.deleteFrom('provisioning.scim_user').where('id', '=', id).execute()
    return null
  },
})
