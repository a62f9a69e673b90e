import { v7 } from '#kernel/id.ts'
import { addMember, findOrCreateGroup, removeMember, type GroupKind, type Role } from '#modules/organisations/api.ts'
import type { Place, Subject } from './matching.ts'
import type { Context } from './policy.ts'

interface Origin { organisationId: string; importId: string | null; source: 'csv' | 'scim' }
interface Wanted { role: Role; groupId: string | null; groupName: string; validFrom: string | null; validTo: string | null }

/** The group of this name in the organisation, made when there is none; none for an empty name. Its name is also its code there. */
export const groupOf = async (context: Context, organisationId: string, name: string, kind: GroupKind): Promise<string | null> =>
  name ? (await findOrCreateGroup(context, { organisationId, kind, name, code: name })).groupId : null

/** Gives a subject a role somewhere, and notes whether it had it already: what it had is not the list's to end. */
export const addPlace = async (context: Context, { organisationId, importId, source }: Origin, subject: Pick<Subject, 'id' | 'person_id'>, wanted: Wanted): Promise<void> => {
  const { role, groupId, groupName, validFrom, validTo } = wanted
  const { membershipId, isNew } = await addMember(context, {
    organisationId, personId: subject.person_id, role, groupId, validFrom, validTo, source,
  })
  await context.db.insertInto('provisioning.place').values({
    id: v7(), organisation_id: organisationId, subject_id: subject.id, membership_id: membershipId, is_ours: isNew, role, group_id: groupId,
    group_name: groupName, valid_from: validFrom, valid_to: validTo, source, import_id: importId, seen_in: importId,
  }).onConflict((conflict) => conflict.columns(['organisation_id', 'subject_id', 'role', 'group_name']).doUpdateSet({ seen_in: importId })).execute()
}

/** Ends a place that lists gave; one that the person had otherwise is only forgotten. @throws Refusal `organisations.last-administrator`. */
export const endPlace = async (
  context: Context, organisationId: string, subject: Pick<Subject, 'person_id'>, place: Pick<Place, 'id' | 'role' | 'group_id' | 'is_ours'>, source: 'csv' | 'scim',
): Promise<void> => {
  if (place.is_ours) {
    await removeMember(context, { organisationId, personId: subject.person_id, role: place.role as Role, groupId: place.group_id, source })
  }
  await context.db.deleteFrom('provisioning.place').where('id', '=', place.id).execute()
}
