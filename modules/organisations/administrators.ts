import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** Structure managers whose membership is valid today, people erased or suspended aside; with how long. */
const administratorsOf = ({ db }: Context, organisationId: string) => db.selectFrom('organisations.membership as membership')
  .innerJoin('organisations.organisation as organisation', 'organisation.id', 'membership.organisation_id')
  .innerJoin('identity.card as person', 'person.id', 'membership.person_id')
  .where('membership.organisation_id', '=', organisationId).where('membership.role', '=', 'structure-manager')
  .where('membership.ended_at', 'is', null).where('person.is_erased', '=', false)
  .where('membership.person_id', 'not in', db.selectFrom('organisations.suspended_person').select('person_id'))
  .where(sql<boolean>`organisations.today(organisation.time_zone)
    between membership.valid_from and coalesce(membership.valid_to, 'infinity')`)
  .select(['membership.id', 'membership.valid_to']).execute()

/** The last day on which somebody administers; later than any date when nothing ends it, before any when nobody does. */
const until = (rows: { valid_to: string | null }[]) => rows.map(({ valid_to }) => valid_to ?? '9999-12-31').toSorted().at(-1) ?? ''

/**
 * An organisation always has somebody to administer it: a change never brings forward the last day on which somebody does. The caller
 * holds the organisation's row (`lockedWorkplace`), so that two who leave at once do not each count on the other.
 * @param changes memberships about to change, with their new last day; none when they end now.
 * @throws Refusal `organisations.last-administrator`.
 */
export const checkAdministered = async (context: Context, organisationId: string, changes: ReadonlyMap<string,
  string | null | undefined>) => {
  const before = await administratorsOf(context, organisationId)
  const after = before.flatMap(({ id, valid_to }) => {
    if (!changes.has(id)) return [{ valid_to }]
    const last = changes.get(id)
    return last === undefined ? [] : [{ valid_to: last }]
  })
  if (until(after) < until(before)) throw new Refusal('organisations.last-administrator')
}
