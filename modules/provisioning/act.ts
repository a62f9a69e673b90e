import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { GroupKind } from '#modules/organisations/api.ts'
import { placesOf, placeText, type Assessed, type Import } from './assess.ts'
import { membershipProposed } from './events.ts'
import type { Subject } from './matching.ts'
import { addSubject, nameSubject } from './people.ts'
import { addPlace, endPlace, groupOf } from './places.ts'
import type { Context } from './policy.ts'
import type { ImportedPerson } from './reader/person.ts'

export type Outcome = 'created' | 'existing' | 'changed' | 'proposed' | 'left' | 'failed'

/** What was done of a row, and what it replaced, to undo it. */
export interface Done { outcome: Outcome; code?: string; subject?: Subject; before?: { first_name: string; last_name: string; email: string | null } }

/** Identifiers of groups by the name that the list gives them. */
export type Groups = Map<string, string | null>
/** What a batch knows already: whom it has just made under the same key, and groups. */
interface Known { made: Subject | undefined; groups: Groups }

const originOf = (one: Pick<Import, 'id' | 'organisation_id'>) => ({ organisationId: one.organisation_id, importId: one.id, source: 'csv' as const })

/** Gives the places that the list names and that the person does not have; dates that changed end one and begin another. */
const givePlaces = async (context: Context, one: Import, subject: Subject, person: ImportedPerson, groups: Groups): Promise<boolean> => {
  let changed = false
  for (const wanted of placesOf(person, one)) {
    const has = subject.places.find((place) => placeText(place) === placeText(wanted))
    if (has && has.valid_to === person.validTo && (!person.validFrom || has.valid_from === person.validFrom)) continue
    if (has) await endPlace(context, one.organisation_id, subject, has, 'csv')
    const groupId = one.group_id ?? groups.get(wanted.group_name) ?? null
    await addPlace(context, originOf(one), subject, {
      role: person.role, groupId, groupName: wanted.group_name, validFrom: person.validFrom, validTo: person.validTo,
    })
    changed = true
  }
  return changed
}

const update = async (context: Context, one: Import, subject: Subject, person: ImportedPerson, groups: Groups): Promise<Done> => {
  const { first_name, last_name, email } = subject
  const next = { first_name: person.firstName, last_name: person.lastName, email: person.email ?? email }
  const renamed = next.first_name !== first_name || next.last_name !== last_name || next.email !== email
  if (renamed) await context.db.updateTable('provisioning.subject').set(next).where('id', '=', subject.id).execute()
  await nameSubject(context, subject.id, originOf(one), person.identifiers)
  const moved = await givePlaces(context, one, subject, person, groups)
  return { outcome: renamed || moved ? 'changed' : 'existing', subject, ...renamed && { before: { first_name, last_name, email } } }
}

const propose = async ({ db, now, record }: Context, one: Import, personId: string, person: ImportedPerson): Promise<Done> => {
  const id = v7()
  const described = JSON.stringify({ person, groupId: one.group_id, groupName: one.group_name, groupKind: one.group_kind })
  const made = await db.insertInto('provisioning.proposal').values({
    id, organisation_id: one.organisation_id, person_id: personId, import_id: one.id, described, created_at: now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (made) await record(membershipProposed, { organisationId: one.organisation_id, proposalId: id, personId })
  return { outcome: 'proposed' }
}

/** Groups that rows of a batch name, found or made once, before anything else. */
export const groupsOf = async (context: Context, one: Import, judged: readonly Assessed[]): Promise<Groups> => {
  const names = one.group_id ? [] : judged.flatMap(({ person, match, verdict }) =>
    person && verdict !== 'invalid' && match?.kind !== 'account' && !person.leaves ? placesOf(person, one).map(({ group_name }) => group_name) : [])
  const groups: Groups = new Map()
  for (const name of new Set(names)) groups.set(name, await groupOf(context, one.organisation_id, name, one.group_kind as GroupKind))
  return groups
}

/** Does what a row says, as it stands now. @throws Refusal of the organisation, for one row alone. */
export const act = async (context: Context, one: Import, { verdict, person, match, issue }: Assessed, { made, groups }: Known): Promise<Done> => {
  if (verdict === 'invalid' || !person || !match) return { outcome: 'failed', code: issue?.code ?? 'identifier' }
  const subject = match.kind === 'known' ? match.subject : made
  // Who leaves is ended with the others, after the last row.
  if (person.leaves) return { outcome: subject?.places.length ? 'left' : 'existing', subject }
  if (subject) return update(context, one, subject, person, groups)
  if (match.kind === 'account') return propose(context, one, match.personId, person)
  const added = await addSubject(context, originOf(one), person)
  await givePlaces(context, one, added, person, groups)
  return { outcome: 'created', subject: added }
}

/** The same, alone in a batch: what it refuses is undone without the others. */
export const actAlone = async (context: Context, one: Import, assessed: Assessed, known: Known): Promise<Done> => {
  await sql`savepoint one_row`.execute(context.db)
  try {
    const done = await act(context, one, assessed, known)
    await sql`release savepoint one_row`.execute(context.db)
    return done
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one_row`.execute(context.db)
    return { outcome: 'failed', code: error.code }
  }
}
