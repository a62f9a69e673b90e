import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { flushSearches, logged, type Found } from './api.ts'
import { world } from './fixtures.ts'
import { forgetSearches } from './jobs.ts'
import { setSearchConsent } from './operations/set-search-consent.ts'
import { showSearchConsent } from './operations/show-search-consent.ts'

const found = async () => ({ total: 3 }) as Found
const search = async (actor: Actor, kind: string, text: string, filters: Record<string, string[]> = {}) => {
  const { engine } = await world()
  await logged(engine.context({ actor, origin: { request: 'test' } }), { kind, text, filters }, found)
}
const linesOf = async (kind: string) => (await world()).db.selectFrom('search.asked').selectAll().where('kind', '=', kind).orderBy('id').execute()
const aPerson = (): Actor => ({ ...visitor, id: v7() })

test('a search is logged after its answer, its words folded, without who asked unless they agreed', async () => {
  const { as } = await world()
  const [agrees, silent, actedFor] = [aPerson(), aPerson(), { ...aPerson(), by: v7() }]
  await as(agrees).run(setSearchConsent, { agreed: true })
  await as({ ...actedFor, by: undefined }).run(setSearchConsent, { agreed: true })
  for (const actor of [agrees, silent, actedFor, visitor]) await search(actor, 'test.who', 'Des Œuvres d’ÉTÉ', { theme: ['un'], audience: [] })
  await search(visitor, 'test.who', '  ')
  expect(await linesOf('test.who')).toEqual([])
  await flushSearches()
  const lines = await linesOf('test.who')
  expect(lines.map(({ person_id }) => person_id)).toEqual([agrees.id, null, null, null])
  expect(lines[0]).toMatchObject({ words: 'des oeuvres d ete', filters: { theme: ['un'] }, total: 3, milliseconds: expect.any(Number) })
  const shown = await as(agrees).run(showSearchConsent, {})
  expect(shown.searches).toMatchObject([{ words: 'des oeuvres d ete', total: 3 }])
  expect((await as(silent).run(showSearchConsent, {}))).toEqual({ agreedAt: null, searches: [] })
})

test('the name goes when consent does, at once, and after thirty days; the words after thirteen months', async () => {
  const { as, db, pools } = await world()
  const [one, other] = [aPerson(), aPerson()]
  for (const person of [one, other]) {
    await as(person).run(setSearchConsent, { agreed: true })
    await search(person, 'test.forget', 'impôts')
  }
  await flushSearches()
  await as(one).run(setSearchConsent, { agreed: false })
  expect((await linesOf('test.forget')).map(({ person_id }) => person_id)).toEqual([null, other.id])
  const run = async (days: number) => forgetSearches.run({ db: kyselyOn(pools.worker), now: new Date(Date.now() + days * 86_400_000).toISOString() } as never, {})
  await run(29)
  expect((await linesOf('test.forget'))[1]?.person_id).toBe(other.id)
  await run(31)
  expect((await linesOf('test.forget'))[1]?.person_id).toBeNull()
  await run(400)
  expect(await linesOf('test.forget')).toEqual([])
  expect(await db.selectFrom('search.consent').select('person_id').where('person_id', '=', one.id!).execute()).toEqual([])
})

test('nobody decides for another, and the trace holds no word', async () => {
  const { as, db } = await world()
  await expect(as().run(setSearchConsent, { agreed: true })).rejects.toMatchObject({ status: 401 })
  await expect(as({ ...aPerson(), by: v7() }).run(setSearchConsent, { agreed: true })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(showSearchConsent, {})).rejects.toMatchObject({ status: 401 })
  await search(aPerson(), 'test.trace', 'zwanzigerjahre')
  await flushSearches()
  const { rows } = await (await world()).pools.owner.query(`select 1 from audit.entry as entry
    where entry::text like '%zwanzig%' union all select 1 from audit.change as change where change::text like '%zwanzig%'`)
  expect(rows).toEqual([])
  expect((await db.selectFrom('search.asked').select('id').where('words', '=', 'zwanzigerjahre').execute())).toHaveLength(1)
})
