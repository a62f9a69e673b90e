import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from './policy.ts'

/** To whom something is told. */
export interface Audience {
  readonly audience: 'everyone' | 'organisation' | 'role' | 'group' | 'people'
  readonly organisationId: string | null
  readonly role: string | null
  readonly groupId: string | null
  readonly personIds: readonly string[] | null
}

export const audienceShape = z.object({
  audience: z.enum(['everyone', 'organisation', 'role', 'group', 'people']), organisation: z.string().nullable(),
    role: z.string().nullable(), group: z.string().nullable(),
})

/** People of it today, one a row, as `person_id`. */
const peopleOf = ({ audience, organisationId, role, groupId, personIds }: Audience): RawBuilder<{ person_id: string }> => {
  if (audience === 'people') return sql`select id as person_id from identity.card
    where id = any(${[...personIds ?? []]}::uuid[]) and not is_erased`
  if (audience === 'everyone') return sql`select id as person_id from identity.card where not is_erased`
  return sql`select distinct person_id from organisations.holding where true
    ${organisationId === null ? sql`` : sql`and organisation_id = ${organisationId}`}
    ${role === null ? sql`` : sql`and role = ${role}`} ${groupId === null ? sql`` : sql`and group_id = ${groupId}`}`
}

/** Groups of an organisation in which somebody is, by name. */
export const groupsOf = async ({ db }: Context, organisationId: string): Promise<{ id: string; name: string }[]> =>
  await db.selectFrom('organisations.holding').select(['group_id as id', 'group_name as name']).distinct()
    .where('organisation_id', '=', organisationId).where('group_id', 'is not',
      null).orderBy('group_name').execute() as { id: string; name: string }[]

/** How many people it reaches, were it told now. */
export const reachOf = async ({ db }: Context, audience: Audience): Promise<number> => {
  const { rows: [row] } = await sql<{ people: number }>`select count(*)::int as people from (${peopleOf(audience)}) as reached`.execute(db)
  return row!.people
}

/** The next of them, in the order of their keys. */
export const nextOf = async ({ db }: Context, audience: Audience, after: string | null, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string }>`select person_id from (${peopleOf(audience)}) as reached
    ${after === null ? sql`` : sql`where person_id > ${after}`} order by person_id limit ${limit}`.execute(db)
  return rows.map((row) => row.person_id)
}

interface Row {
  audience: string
  to_organisation_id: string | null
  to_role: string | null
  to_group_id: string | null
  person_ids: string[] | null
}
export const audienceOf = (row: Row): Audience => ({
  audience: row.audience as Audience['audience'], organisationId: row.to_organisation_id, role: row.to_role, groupId: row.to_group_id,
    personIds: row.person_ids,
})
