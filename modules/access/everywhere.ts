import { sql } from 'kysely'
import type { Module } from '#kernel/operation/module.ts'
import { holdersAmong } from './held.ts'
import type { Context } from './policy.ts'
import type { Right } from './rights.ts'

export interface Held { readonly scope: string; readonly id: string; readonly role: string }

/** What every module that gives roles says of who holds them today. */
const heldIn = (modules: readonly Module[]) => sql<Held & { person_id: string }>`(${sql.join(
  modules.flatMap((one) => one.grants ? [sql`select person_id, scope, id::text as id, role from ${sql.table(one.grants)}`] : []), sql` union all `,
)})`

/** Every role that a person holds today, in every module; for the back office. */
export const heldBy = async ({ db }: Context, modules: readonly Module[], personId: string): Promise<Held[]> => (await sql<Held>`
  select held.scope, held.id, held.role from ${heldIn(modules)} as held
  where held.person_id = ${personId} order by held.scope, held.role, held.id`.execute(db)).rows

/** People by all the kinds of roles that they hold: these sets are few however many the people are, and a right is decided by set. */
const setsIn = (modules: readonly Module[]) => sql<{ id: string; name: string | null; held: string }>`
  select person.id, person.name, string_agg(distinct held.scope || ' ' || held.role, ',' order by held.scope || ' ' || held.role) as held
  from ${heldIn(modules)} as held join identity.card as person on person.id = held.person_id and not person.is_erased
  group by person.id, person.name`

/** `platform administrator,organisation teacher` as what it opens. */
const grantsOf = (held: string) => held.split(',').map((one) => {
  const [scope = '', role = ''] = one.split(' ')
  return { scope, role }
})

/**
 * Who may do this by what they hold anywhere; for the back office.
 * @param most so many of them are named, first by name; `total` counts all.
 */
export const holdersEverywhere = async ({ db }: Context, modules: readonly Module[], right: Right, most: number) => {
  const { rows: sets } = await sql<{ held: string; people: number }>`
    select held, count(*) as people from (${setsIn(modules)}) as everybody group by held`.execute(db)
  const found = holdersAmong(right, sets.map(({ held }) => ({ id: held, name: null, grants: grantsOf(held) })))
  const bySet = new Map(found.people.map((one) => [one.id, one]))
  const { rows: named } = await sql<{ id: string; name: string | null; held: string }>`
    select id, name, held from (${setsIn(modules)}) as everybody where held = any(${[...bySet.keys()]}::text[])
    order by coalesce(name, '') collate kernel.french, id limit ${most}`.execute(db)
  return {
    ...found, total: sets.reduce((sum, { held, people }) => sum + (bySet.has(held) ? people : 0), 0),
    people: named.map(({ id, name, held }) => ({ ...bySet.get(held)!, id, name })),
  }
}
