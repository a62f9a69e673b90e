import { sql } from 'kysely'
import { v7 } from '../id.ts'
import { expect, test } from 'vitest'
import { worldOf } from '../testing/world.ts'
import { visitor, type Actor } from './actor.ts'
import { allOf, anyOf, anyone, belongsTo, holds, owns, signedIn, unless, waysOf, where, type Rule } from './rule.ts'

const [me, other, base, far] = [v7(), v7(), v7(), v7()]
const member: Actor = { id: me, grants: [{ scope: 'base', id: base, role: 'contributor' }], timeZone: 'Europe/Paris' }
const moderator: Actor = { id: other, grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }
const rows = [
  { owner_id: me, base_id: null, is_public: false }, { owner_id: other, base_id: base, is_public: false },
  { owner_id: other, base_id: far, is_public: true }, { owner_id: null, base_id: null, is_public: false },
]
const rules: Rule<(typeof rows)[number]>[] = [
  anyone, signedIn, owns('owner_id'), belongsTo('base', 'base_id'), belongsTo('base', 'base_id', 'administrator'), where('is_public', true),
  holds('moderator'), anyOf(owns('owner_id'), belongsTo('base', 'base_id'), where('is_public', true)),
  allOf(signedIn, unless(owns('owner_id'))), unless(where('is_public', true)),
]
const world = worldOf()

test.each(rules.map((rule) => [rule.says, rule] as const))('%s: the row and the SQL agree, for each actor', async (_, rule) => {
  const { db } = await world()
  for (const actor of [visitor, member, moderator]) {
    const table = sql`(values ${sql.join(rows.map((row, index) => sql`(${index}::int, ${row.owner_id}::uuid, ${row.base_id}::uuid, ${row.is_public}::boolean)`))})
      as thing (at, owner_id, base_id, is_public)`
    const found = await sql<{ at: number }>`select at from ${table} where ${rule.where(actor, 'thing')} order by at`.execute(db)
    expect(found.rows.map(({ at }) => at)).toEqual(rows.flatMap((row, index) => rule.holds(actor, row) ? [index] : []))
  }
})

test('a rule says itself', () => {
  expect(anyOf(owns('owner_id'), allOf(signedIn, unless(where('is_public', true)))).says)
    .toBe('owns by owner_id or signed in and unless is_public is true')
})

test.each(rules.map((rule) => [rule.says, rule] as const))('%s: what it says of roles is never less than what holds, nor more', (_, rule) => {
  for (const actor of [visitor, member, moderator]) {
    const open = waysOf(rule).filter(({ signedIn: must, roles = [] }) => (!must || actor.id !== undefined)
      && roles.every((one) => actor.grants.some(({ scope, role }) => scope === one.scope && (one.role ?? role) === role)))
    for (const row of rows) if (rule.holds(actor, row)) expect(open, 'no way, and yet it holds').not.toEqual([])
    const free = open.some(({ roles = [], if: conditions = [] }) => conditions.length === 0 && roles.every(({ scope }) => scope === 'platform'))
    if (free) for (const row of rows) expect(rule.holds(actor, row), 'a way without a condition').toBe(true)
  }
})
