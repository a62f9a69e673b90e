import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { findOrCreateGroup } from '#modules/organisations/api.ts'
import { placeOf, rolesFor, type Context } from '../../policy.ts'
import { fail } from '../../scim/error.ts'
import { memberIds, setMembers } from '../../scim/members.ts'
import { groupSchema, readResource } from '../../scim/resource.ts'
import { mayProvision, organisationId, resource } from './target.ts'

/** A directory brings a group, with its members (SCIM, RFC 7644 §3.3). */
export const createDirectoryGroup = command({
  http: 'POST /organisations/:organisationId/directory/groups',
  input: z.object({ organisationId, resource }),
  output: z.object({ id: z.uuid() }),
  on: placeOf,
  allow: mayProvision,
  run: async (context: Context, { organisationId, resource }, place) => {
    const { members, ...group } = readResource(groupSchema, resource)
    const ids = await memberIds(context, organisationId, members)
    const { groupId } = await findOrCreateGroup(context, { organisationId, kind: 'cohort', name: group.displayName, code: group.externalId ?? group.displayName })
    const id = v7()
    const made = await context.db.insertInto('provisioning.scim_group').values({
      id, organisation_id: organisationId, group_id: groupId, display_name: group.displayName, resource: JSON.stringify(group), created_at: context.now,
      changed_at: context.now,
    }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
    if (!made) return fail('uniqueness', 'this displayName is taken')
    await setMembers(context, { organisationId, groupId: id }, ids, rolesFor(context, place))
    return { id }
  },
})
