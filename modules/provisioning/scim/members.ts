import type { Context } from '../policy.ts'
import { subjectsOf } from '../matching.ts'
import type { Role } from '../reader/roles.ts'
import { fail } from './error.ts'
import type { GroupResource, UserResource } from './resource.ts'
import { personOf, reconcile } from './settle.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Users of the directory that a group names. @throws Refusal `invalidValue` for a group in a group, or for somebody whom the directory has not. */
export const memberIds = async ({ db }: Context, organisationId: string, members: GroupResource['members'] = []): Promise<string[]> => {
  if (members.some(({ type }) => type && type.toLowerCase() !== 'user')) return fail('invalidValue', 'members are users: groups in groups are not supported')
  const ids = [...new Set(members.map(({ value }) => value.toLowerCase()))]
  if (ids.length === 0) return []
  const known = ids.every((id) => UUID.test(id))
    ? await db.selectFrom('provisioning.scim_user').select('id').where('organisation_id', '=', organisationId).where('id', 'in', ids).execute() : []
  return known.length === ids.length ? ids : fail('invalidValue', 'a member is not a user of this directory')
}

/** Makes the members of a group those given: rows, then what each of those who came or left has in the organisation. */
export const setMembers = async (context: Context, { organisationId, groupId }: { organisationId: string; groupId: string }, ids: readonly string[], allowed: readonly Role[]): Promise<void> => {
  const { db } = context
  const before = (await db.selectFrom('provisioning.scim_member').select('user_id').where('group_id', '=', groupId).execute()).map(({ user_id }) => user_id)
  const [came, left] = [ids.filter((id) => !before.includes(id)), before.filter((id) => !ids.includes(id))]
  if (left.length > 0) await db.deleteFrom('provisioning.scim_member').where('group_id', '=', groupId).where('user_id', 'in', left).execute()
  if (came.length > 0) {
    await db.insertInto('provisioning.scim_member').values(came.map((user_id) => ({ organisation_id: organisationId, group_id: groupId, user_id }))).execute()
  }
  const moved = [...came, ...left]
  if (moved.length === 0) return
  const users = await db.selectFrom('provisioning.scim_user').select(['id', 'subject_id', 'is_active', 'resource']).where('id', 'in', moved).execute()
  const subjects = await subjectsOf(db, organisationId, { ids: users.flatMap(({ subject_id }) => subject_id ?? []) })
  for (const user of users) {
    const subject = subjects.find(({ id }) => id === user.subject_id)
    if (!subject) continue
    await reconcile(context, { organisationId, userId: user.id }, subject, personOf(user.resource as unknown as UserResource, allowed).role, user.is_active)
  }
}
