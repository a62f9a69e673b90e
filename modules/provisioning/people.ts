import { v7 } from '#kernel/id.ts'
import { createPerson, orderErasure, peopleByAddress } from '#modules/identity/api.ts'
import type { Role } from '#modules/organisations/api.ts'
import type { Subject } from './matching.ts'
import { addPlace, endPlace } from './places.ts'
import type { Context } from './policy.ts'
import type { ImportedPerson } from './reader/person.ts'

/** Why a person whom lists had made, and who never came in, is erased. */
const RELEASED = 'provisioning.released'

interface Origin { organisationId: string; importId: string | null }
type Described = Pick<ImportedPerson, 'identifiers' | 'email' | 'firstName' | 'lastName'>

/** Gives a subject the identifiers that it does not have yet; one that another subject has stays theirs. */
export const nameSubject = async ({ db }: Context, subjectId: string, { organisationId, importId }: Origin, identifiers: ImportedPerson['identifiers']): Promise<void> => {
  if (identifiers.length === 0) return
  await db.insertInto('provisioning.identifier').values(identifiers.map(({ kind, value }) => ({
    organisation_id: organisationId, kind, value: value.toLowerCase(), subject_id: subjectId, import_id: importId,
  }))).onConflict((conflict) => conflict.doNothing()).execute()
}

/**
 * A person whom a list names and whom nobody knows: they exist with a name and an address that is only claimed, and come in when they prove
 * it. With `personId`, a person who has an account and has agreed.
 */
export const addSubject = async (context: Context, origin: Origin, person: Described, personId?: string): Promise<Subject> => {
  const { db, now } = context
  const known = personId ?? await createPerson(context, {
    firstName: person.firstName, lastName: person.lastName, ...person.email && { email: person.email, emailProved: false },
  })
  const id = v7()
  await Promise.all([
    db.insertInto('provisioning.subject').values({
      id, organisation_id: origin.organisationId, person_id: known, first_name: person.firstName, last_name: person.lastName, email: person.email,
      is_created: personId === undefined, import_id: origin.importId, created_at: now,
    }).execute(),
    // Sent behind it on the same connection, which keeps their order.
    nameSubject(context, id, origin, person.identifiers),
  ])
  return {
    id, person_id: known, first_name: person.firstName, last_name: person.lastName, email: person.email,
    identifiers: person.identifiers.map(({ kind, value }) => ({ kind, value: value.toLowerCase() })), places: [],
  }
}

interface Leaving { id: string; person_id: string; is_created: boolean; email: string | null }

/** Forgets a subject that has no place left. Whom a list had made and who never came in may go altogether. */
export const forgetSubject = async (context: Context, { id, person_id, is_created, email }: Leaving): Promise<void> => {
  await context.db.deleteFrom('provisioning.subject').where('id', '=', id).execute()
  const cameIn = email !== null && (await peopleByAddress(context, [email])).some(({ personId }) => personId === person_id)
  if (is_created && !cameIn) await orderErasure(context, person_id, RELEASED)
}

/**
 * Somebody joined by proving an address that lists claim: whom these lists made, and who never came in, was them. What they had becomes theirs.
 * @returns how many organisations knew them.
 */
export const claimSubjects = async (context: Context, personId: string, email: string): Promise<number> => {
  const { db } = context
  const subjects = await db.selectFrom('provisioning.subject').select(['id', 'organisation_id', 'person_id', 'email']).where('email', '=', email)
    .where('is_created', '=', true).where('person_id', '!=', personId).orderBy('id').forNoKeyUpdate().execute()
  for (const { id, organisation_id: organisationId, person_id } of subjects) {
    const places = await db.selectFrom('provisioning.place').selectAll().where('organisation_id', '=', organisationId).where('subject_id', '=', id).execute()
    // In this organisation they may be somebody already, by an invitation.
    const other = await db.selectFrom('provisioning.subject').select('id').where('organisation_id', '=', organisationId).where('person_id', '=', personId).executeTakeFirst()
    for (const place of places) await endPlace(context, organisationId, { person_id }, place, place.source as 'csv' | 'scim')
    if (other) {
      await db.updateTable('provisioning.identifier').set({ subject_id: other.id }).where('organisation_id', '=', organisationId).where('subject_id', '=', id).execute()
      await db.updateTable('provisioning.scim_user').set({ subject_id: other.id }).where('organisation_id', '=', organisationId).where('subject_id', '=', id).execute()
      await db.deleteFrom('provisioning.subject').where('id', '=', id).execute()
    } else {
      await db.updateTable('provisioning.subject').set({ person_id: personId, is_created: false }).where('id', '=', id).execute()
    }
    for (const place of places) {
      await addPlace(context, { organisationId, importId: place.import_id, source: place.source as 'csv' | 'scim' }, { id: other?.id ?? id, person_id: personId }, {
        role: place.role as Role, groupId: place.group_id, groupName: place.group_name, validFrom: place.valid_from, validTo: place.valid_to,
      })
    }
    await orderErasure(context, person_id, RELEASED)
  }
  return subjects.length
}
