import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { checkAdministered } from './administrators.ts'
import { memberAdded, memberEnded } from './events.ts'
import type { Context } from './policy.ts'
import { fits, type Role } from './roles.ts'

export interface NewMember {
  organisationId: string
  personId: string
  role: Role
  /** In this group of the organisation, or in the whole of it. */
  groupId?: string | null
  /** Calendar dates at the organisation's place, both included; from today and without an end unless told. */
  validFrom?: string | null
  validTo?: string | null
  /** How it comes: `invitation`, `csv`, `scim`… */
  source: string
}

/** @throws Refusal `organisations.role-misplaced`, `organisations.dates-reversed`. */
export const checkMember = ({ role, groupId, validFrom, validTo }: Pick<NewMember, 'role' | 'groupId' | 'validFrom' | 'validTo'>): void => {
  if (!fits(role, Boolean(groupId))) throw new Refusal('organisations.role-misplaced')
  if (validFrom && validTo && validTo < validFrom) throw new Refusal('organisations.dates-reversed')
}

/**
 * Gives a role to a person. The caller has checked who may (`mayGrant`); row policies want the organisation among the actor's grants,
 * except for the worker and the back office. A role that the person has there already stays as it is.
 * @returns the membership, and whether it is new. @throws Refusal as `checkMember`.
 */
export const addMember = async (context: KernelContext, given: NewMember): Promise<{ membershipId: string; isNew: boolean }> => {
  checkMember(given)
  const { db, now, record } = context as Context
  const { organisationId, personId, role, groupId = null, validFrom, validTo = null, source } = given
  const today = sql<string>`(select organisations.today(time_zone) from organisations.organisation where id = ${organisationId})`
  // The same role whose last day is over gives its place.
  await db.updateTable('organisations.membership').set((eb) => ({ ended_at: now, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', organisationId).where('person_id', '=', personId).where('role', '=', role)
    .where('group_id', 'is not distinct from', groupId).where('ended_at', 'is', null).where('valid_to', '<', today).execute()
  const added = await db.insertInto('organisations.membership').values({
    id: v7(), organisation_id: organisationId, group_id: groupId, person_id: personId, role, valid_from: validFrom ?? today,
    valid_to: validTo, source, created_at: now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (added) {
    await record(memberAdded, { organisationId, membershipId: added.id, personId })
    return { membershipId: added.id, isNew: true }
  }
  const { id } = await currentOf(context as Context, given).select('id').executeTakeFirstOrThrow()
  return { membershipId: id, isNew: false }
}

/** Memberships that have not been ended, of one person in one organisation; of one role, or in one group (`null` for none) where told. */
const currentOf = ({ db }: Context, { organisationId, personId, role, groupId }: Pick<NewMember,
  'organisationId' | 'personId' | 'groupId'> & { role?: Role }) =>
  db.selectFrom('organisations.membership').where('organisation_id', '=', organisationId).where('person_id', '=', personId)
    .where('ended_at', 'is', null).$if(role !== undefined, (query) => query.where('role', '=', role!))
    .$if(groupId !== undefined, (query) => query.where('group_id', 'is not distinct from', groupId!))

/** Ends these memberships of one organisation, whose row the caller holds. @throws Refusal `organisations.last-administrator`. */
export const endMemberships = async (
  context: Context, organisationId: string, rows: readonly { id: string; person_id: string }[], by: { self: boolean },
): Promise<void> => {
  if (rows.length === 0) return
  await checkAdministered(context, organisationId, new Map(rows.map(({ id }) => [id, undefined])))
  await context.db.updateTable('organisations.membership')
    .set((eb) => ({ ended_at: context.now, left_by_self: by.self, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', organisationId).where('id', 'in', rows.map(({ id }) => id)).execute()
  for (const row of rows) await context.record(memberEnded, { organisationId, membershipId: row.id, personId: row.person_id })
}

/**
 * Ends what a person is in an organisation: everything, or one role, or what is in one group (`groupId: null` is the whole organisation).
 * The rows stay, ended. The caller has checked who may.
 * @returns how many ended. @throws Refusal `organisations.last-administrator`.
 */
export const removeMember = async (
  context: KernelContext, given: { organisationId: string; personId: string; role?: Role; groupId?: string | null; source?: string },
): Promise<number> => {
  const own = context as Context
  await own.db.selectFrom('organisations.organisation').select('id').where('id', '=', given.organisationId).forNoKeyUpdate()
    .executeTakeFirst()
  const rows = await currentOf(own, given).select(['id', 'person_id'])
    .$if(given.source !== undefined, (query) => query.where('source', '=', given.source!)).execute()
  await endMemberships(own, given.organisationId, rows, { self: false })
  return rows.length
}
