import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** Who nobody has seen for a while: `lastVisit` is when they joined for somebody who never came back. */
export interface Unseen { personId: string; lastVisit: string }

/**
 * People whose last visit was before an instant, in the order of their identifiers: those who sign in to the portal and hold no role of the
 * platform. Staff, suspended accounts and people already gone are nobody's absence.
 * @param after identifier of the last one seen, to go on.
 */
export const peopleUnseenSince = async (
  context: KernelContext, before: string, { after = '00000000-0000-0000-0000-000000000000', most = 500 } = {},
): Promise<Unseen[]> =>
  (await sql<Unseen>`select account.person_id as "personId", coalesce(account.last_seen_at, account.created_at) as "lastVisit"
  from identity.account join identity.person on person.id = account.person_id
  where account.kind = 'person' and account.state = 'active' and coalesce(account.last_seen_at, account.created_at) < ${before}
    and person.erased_at is null and person.merged_into is null and account.person_id > ${after}::uuid
    and not exists (select from identity.grant as held where held.person_id = account.person_id)
    and not exists (select from identity.account as staff where staff.person_id = account.person_id and staff.kind = 'staff')
  order by account.person_id limit ${most}`.execute(context.db)).rows

/** When the person was seen last; none for somebody who has no account any more. */
export const lastVisitOf = async (context: KernelContext, personId: string): Promise<string | undefined> => {
  const row = await (context as Context).db.selectFrom('identity.account').select(['last_seen_at', 'created_at'])
    .where('person_id', '=', personId).where('kind', '=', 'person').executeTakeFirst()
  return row && (row.last_seen_at ?? row.created_at)
}

/** Where to write to a person, and their time zone for the dates that one writes; none when they have no address that they proved. */
export const mailingOf = async (context: KernelContext, personId: string): Promise<{ email: string; timeZone: string } | undefined> => {
  const row = await (context as Context).db.selectFrom('identity.address as address')
    .innerJoin('identity.person as person', 'person.id', 'address.person_id').select(['address.email', 'person.time_zone'])
    .where('person.id', '=', personId).where('address.verified_at', 'is not', null)
    .orderBy('address.is_primary', 'desc').orderBy('address.email').executeTakeFirst()
  return row && { email: row.email, timeZone: row.time_zone }
}

/** Time zones of people who are still here: whoever was erased, suspended or absorbed by another account is left out. */
export const timeZonesOf = async (context: KernelContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await (context as Context).db.selectFrom('identity.person as person')
    .innerJoin('identity.account as account', 'account.person_id', 'person.id').select(['person.id', 'person.time_zone'])
    .where('person.id', 'in', [...ids]).where('account.kind', '=', 'person').where('account.state', '=', 'active')
    .where('person.erased_at', 'is', null).where('person.merged_into', 'is', null).execute()
  return new Map(rows.map((row) => [row.id, row.time_zone]))
}
