import { v7 } from '#kernel/id.ts'
import { fits } from '#modules/organisations/api.ts'
import { membershipProposed } from '../events.ts'
import { matchesOf, subjectsOf, type Subject } from '../matching.ts'
import { addSubject, nameSubject } from '../people.ts'
import { addPlace, endPlace } from '../places.ts'
import type { Context } from '../policy.ts'
import type { ImportedPerson } from '../reader/person.ts'
import { roleOf, type Role } from '../reader/roles.ts'
import { fail } from './error.ts'
import type { UserResource } from './resource.ts'
import { urn } from './urn.ts'

const cut = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().slice(0, 100)

/** Names that are missing are taken from what the directory shows instead. */
const namesOf = ({ name, displayName, userName }: UserResource) => {
  const [first = '', ...rest] = cut(displayName ?? name?.formatted ?? '').split(' ')
  return { firstName: cut(name?.givenName ?? '') || first || cut(userName), lastName: cut(name?.familyName ?? '') || rest.join(' ') || cut(userName) }
}

const primary = (list: UserResource['emails']) => (list?.find((one) => one.primary) ?? list?.[0])?.value

/** A user of a directory as a row of a list. @param allowed roles that the program may give. @throws Refusal `invalidValue`. */
export const personOf = (user: UserResource, allowed: readonly Role[]): ImportedPerson => {
  const said = primary(user.roles) ?? user.userType
  const role = (said && roleOf(said)) || 'member'
  if (!allowed.includes(role)) return fail('invalidValue', 'this client may not give this role')
  const employee = user[urn.enterprise]?.employeeNumber
  return {
    ...namesOf(user), email: primary(user.emails)?.trim().toLowerCase() ?? null, role, groups: [], validFrom: null, validTo: null, leaves: user.active === false,
    identifiers: [
      ...user.externalId ? [{ kind: 'external-id' as const, value: user.externalId }] : [], ...employee ? [{ kind: 'employee-id' as const, value: employee }] : [],
      { kind: 'username', value: user.userName },
    ],
  }
}

interface Held { organisationId: string; userId: string; subjectId: string | null }

/** Gives the places of the directory that the subject lacks, and ends those that it no longer says. */
export const reconcile = async (context: Context, { organisationId, userId }: Omit<Held, 'subjectId'>, subject: Subject, role: Role, isActive: boolean): Promise<void> => {
  const groups = !isActive ? [] : await context.db.selectFrom('provisioning.scim_member as member')
    .innerJoin('provisioning.scim_group as group', (join) => join.onRef('group.id', '=', 'member.group_id').onRef('group.organisation_id', '=', 'member.organisation_id'))
    .select(['group.id', 'group.group_id']).where('member.user_id', '=', userId).where('member.organisation_id', '=', organisationId).execute()
  const inGroups: Role = fits(role, true) ? role : 'member'
  const wanted = [
    ...isActive ? [{ role: fits(role, false) ? role : 'member' as Role, groupId: null as string | null, groupName: '' }] : [],
    ...groups.map(({ id, group_id }) => ({ role: inGroups, groupId: group_id, groupName: `scim:${id}` })),
  ]
  const isWanted = (place: Subject['places'][number]) => wanted.some((one) => one.role === place.role && one.groupName === place.group_name)
  for (const place of subject.places) if (place.source === 'scim' && !isWanted(place)) await endPlace(context, organisationId, subject, place, 'scim')
  for (const one of wanted) {
    if (subject.places.some((place) => place.role === one.role && place.group_name === one.groupName)) continue
    await addPlace(context, { organisationId, importId: null, source: 'scim' }, subject, { ...one, validFrom: null, validTo: null })
  }
}

const subjectOf = async (context: Context, { organisationId, userId, subjectId }: Held, person: ImportedPerson): Promise<Subject | undefined> => {
  if (subjectId) return (await subjectsOf(context.db, organisationId, { ids: [subjectId] }))[0]
  const [match] = await matchesOf(context, organisationId, [person])
  if (match?.kind === 'conflict') return fail('uniqueness', 'these identifiers name several people')
  if (match?.kind === 'known') {
    const other = await context.db.selectFrom('provisioning.scim_user').select('id').where('organisation_id', '=', organisationId)
      .where('subject_id', '=', match.subject.id).where('id', '!=', userId).executeTakeFirst()
    return other ? fail('uniqueness', 'another user is this person') : match.subject
  }
  if (match?.kind !== 'account') return addSubject(context, { organisationId, importId: null }, person)
  // Somebody has an account at this address: they are asked, and the user waits for them.
  const id = v7()
  const described = JSON.stringify({ person, groupId: null, groupName: '', groupKind: 'team' })
  const made = await context.db.insertInto('provisioning.proposal').values({
    id, organisation_id: organisationId, person_id: match.personId, described, created_at: context.now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (made) await context.record(membershipProposed, { organisationId, proposalId: id, personId: match.personId })
  return undefined
}

/** Makes the organisation what the directory says of one user. @returns the subject; none while a person with an account has not agreed. */
export const settleUser = async (context: Context, held: Held, user: UserResource, allowed: readonly Role[]): Promise<string | null> => {
  const person = personOf(user, allowed)
  const subject = await subjectOf(context, held, person)
  if (!subject) return null
  await context.db.updateTable('provisioning.subject').set({ first_name: person.firstName, last_name: person.lastName, email: person.email ?? subject.email })
    .where('id', '=', subject.id).execute()
  await nameSubject(context, subject.id, { organisationId: held.organisationId, importId: null }, person.identifiers)
  await reconcile(context, held, subject, person.role, !person.leaves)
  return subject.id
}
