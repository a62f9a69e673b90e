import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { stateOn, states } from '../day.ts'
import { PAGE, role } from '../limits.ts'
import { groupsIn, inCharge, mayGrant, membershipsIn, offered, workplaceOf, type Context } from '../policy.ts'
import { roles } from '../roles.ts'
import { inviteMember } from './invite-member.ts'

const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[\\%_]/g, '\\$&').split(/\s+/)
  .filter(Boolean)
const foldedName = sql<string>`regexp_replace(normalize(person.name, NFKD), '[\\u0300-\\u036f]', '', 'g')`
const name = sql`coalesce(person.name, '') collate kernel.french`

interface Filters { words?: string; role?: string; groupId?: string }

/** Present and to come; each filter must hold of one same membership. */
const matching = (context: Context, place: { id: string, today: string }, { words, role, groupId }: Filters) =>
  membershipsIn(context, place.id)
  .innerJoin('identity.card as person', 'person.id', 'membership.person_id')
  .where('membership.ended_at', 'is', null).where('person.is_erased', '=', false)
  .where((eb) => eb.or([eb('membership.valid_to', 'is', null), eb('membership.valid_to', '>=', place.today)]))
  .$if(role !== undefined, (rows) => rows.where('membership.role', '=', role!))
  .$if(groupId !== undefined, (rows) => rows.where('membership.group_id', 'in',
    context.db.selectFrom('organisations.group_within as within')
    .select('within.group_id').where('within.organisation_id', '=', place.id).where('within.ancestor_id', '=', groupId!)))
  .where((eb) => eb.and(folded(words ?? '').map((word) => sql<boolean>`${foldedName} ilike ${`%${word}%`}`)))

interface Cursor { organisationId: string; after?: string; before?: string }

/**
 * The people of a page, in the order of their names; a cursor is a person of the organisation, before or after whom the page stands. Of
 * anybody
 * else it says nothing, not even where their name would be.
 */
const pageOf = async (rows: ReturnType<typeof matching>, { organisationId, after, before }: Cursor) => {
  const cursor = sql`(coalesce((select card.name from identity.card as card where card.id = ${after ?? before}
      and exists (select from organisations.membership as here
        where here.organisation_id = ${organisationId} and here.person_id = card.id)), ''),
    ${after ?? before}::uuid)`
  const direction = before ? 'desc' : 'asc'
  const found = await rows.select(['person.id', 'person.name', 'person.title']).groupBy(['person.id', 'person.name', 'person.title'])
    .$if(after !== undefined || before !== undefined, (query) =>
      query.where(sql<boolean>`(${name}, person.id) ${sql.raw(before ? '<' : '>')} ${cursor}`))
    .orderBy(name, direction).orderBy('person.id', direction).limit(PAGE + 1).execute()
  const people = before ? found.slice(0, PAGE).toReversed() : found.slice(0, PAGE)
  const more = found.length > PAGE
  return {
    people,
    next: before || more ? people.at(-1)?.id ?? null : null,
    previous: after || (before && more) ? people[0]?.id ?? null : null,
  }
}

const rolesOf = (context: Context, organisationId: string, ids: string[]) => membershipsIn(context, organisationId)
  .leftJoin('organisations.group as one', 'one.id', 'membership.group_id').where('membership.ended_at', 'is', null)
  .where('membership.person_id', 'in', ids)
  .select(['membership.person_id', 'membership.role', 'membership.valid_from', 'membership.valid_to', 'membership.ended_at',
    'one.name as groupName'])
  .orderBy('membership.id').execute()

/** People of an organisation, for those in charge: of all of it, or of the groups of their programme. By name, never by address. */
export const listPeople = query({
  http: 'GET /organisations/:organisationId/people',
  input: z.object({
    organisationId: z.uuid(), words: z.string().trim().max(100).optional(), role: role.optional(), groupId: z.uuid().optional(),
    after: z.uuid().optional(), before: z.uuid().optional(),
  }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), total: z.int(), next: z.uuid().nullable(), previous: z.uuid().nullable(),
    people: z.array(z.object({
      id: z.uuid(), name: z.string().nullable(), title: z.string().nullable(),
      roles: z.array(z.object({ role: z.enum(roles), groupName: z.string().nullable(), state: states })),
    })),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  on: (context: Context, { organisationId }) => workplaceOf(context, organisationId).executeTakeFirst(),
  allow: inCharge,
  confidential: true,
  can: { inviteMember: offered(inviteMember, mayGrant) },
  run: async (context: Context, { after, before, ...filters }, place) => {
    const [page, counted, groups] = await Promise.all([
      pageOf(matching(context, place, filters), { organisationId: place.id, after, before }),
      matching(context, place, filters).select((eb) => eb.fn.count<number>('person.id').distinct().as('total')).executeTakeFirstOrThrow(),
      groupsIn(context, place.id).where('one.closed_at', 'is', null).select(['one.id', 'one.name'])
        .orderBy(sql`one.name collate kernel.french`)
        .limit(500).execute(),
    ])
    const held = page.people.length ? await rolesOf(context, place.id, page.people.map(({ id }) => id)) : []
    const byPerson = Map.groupBy(held, (row) => row.person_id)
    return {
      ...page, organisationId: place.id, name: place.name, total: counted.total, groups,
      people: page.people.map((person) => ({
        ...person, roles: (byPerson.get(person.id) ?? []).map((row) =>
          ({ role: row.role as 'member', groupName: row.groupName, state: stateOn(place.today, row) }))
          .filter(({ state }) => state !== 'over'),
      })),
    }
  },
})
