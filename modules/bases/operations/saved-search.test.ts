import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { aBase, aPerson, aResource, joins, world } from '../fixtures.ts'
import { indexProfilesAgain } from '../finding.ts'
import { tellSavedSearches } from '../searching/alerts.ts'
import { deleteSearch } from './delete-search.ts'
import { listMySearches } from './list-my-searches.ts'
import { saveSearch } from './save-search.ts'
import { setSearchAlert } from './set-search-alert.ts'
import { updateBase } from './update-base.ts'

const tell = async () => {
  const { pools, work } = await world()
  await execute(pools.worker, tellSavedSearches, {})
  await work()
}
const told = async (person: { id: string }) => (await (await world()).pools.owner.query(
  `select params from notifications.notification where kind = 'bases.saved-search-found' and person_id = $1 order by id`, [person.id])).rows

test('a search is kept, listed for its owner alone, and deleted', async () => {
  const { as } = await world()
  const [owner, other] = [await aPerson(), await aPerson()]
  const { searchId } = await as(owner).run(saveSearch, { name: 'Budget', text: 'gérer son budget', themes: ['parentalite'], alerts: true })
  expect((await as(owner).run(listMySearches, {})).searches).toMatchObject([{ id: searchId, name: 'Budget', alerts: true, filters: { themes: ['parentalite'], audiences: [] } }])
  expect((await as(other).run(listMySearches, {})).searches).toEqual([])
  for (const operation of [deleteSearch, setSearchAlert]) {
    await expect(as(other).run(operation, { searchId, alerts: false })).rejects.toMatchObject({ status: 404 })
    await expect(as().run(operation, { searchId, alerts: false })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as().run(saveSearch, { name: 'x', text: 'y' })).rejects.toMatchObject({ status: 401 })
  await expect(as().run(listMySearches, {})).rejects.toMatchObject({ status: 401 })
  await expect(as(owner).run(saveSearch, { name: 'Rien' })).rejects.toMatchObject({ code: 'bases.search-empty' })
  await expect(as(owner).run(saveSearch, { name: ' ', text: 'y' })).rejects.toMatchObject({ issues: [{ field: 'name' }] })
  await as(owner).run(deleteSearch, { searchId })
  expect((await as(owner).run(listMySearches, {})).searches).toEqual([])
})

test('fifty are enough', async () => {
  const { as } = await world()
  const owner = await aPerson()
  for (let kept = 0; kept < 50; kept++) await as(owner).run(saveSearch, { name: `Recherche ${kept}`, text: 'mot' })
  await expect(as(owner).run(saveSearch, { name: 'Une de trop', text: 'mot' })).rejects.toMatchObject({ code: 'bases.too-many-searches' })
})

test('its owner is told of what is new, once, with the reason; never of what is private; and stops it in one command', async () => {
  const { as, db } = await world()
  const [owner, silent] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ isPublic: false })
  await joins(owner, baseId, administrator)
  await aResource({ published: true, title: 'Ornithorynque ancien' })
  const { searchId } = await as(owner).run(saveSearch, { name: 'Bêtes', text: 'ornithorynque', alerts: true })
  await as(silent).run(saveSearch, { name: 'Bêtes', text: 'ornithorynque', alerts: false })
  await tell()
  expect(await told(owner)).toEqual([])
  // In a private base, even one of its owner's: it may be left before the message is read.
  await aResource({ author: administrator, baseId, published: true, title: 'Ornithorynque interne' })
  await tell()
  expect(await told(owner)).toEqual([])
  await aResource({ published: true, title: 'Ornithorynque nouveau' })
  await tell()
  await tell()
  expect(await told(owner)).toMatchObject([{ params: { searchId, name: 'Bêtes', count: 1,
    href: '/ressources?text=ornithorynque&sort=recent', kind: 'resources' } }])
  expect(await told(silent)).toEqual([])
  await as(owner).run(setSearchAlert, { searchId, alerts: false })
  await aResource({ published: true, title: 'Ornithorynque encore' })
  await tell()
  expect(await told(owner)).toHaveLength(1)
  const { rows } = await (await world()).pools.owner.query(`select 1 from audit.entry as entry where entry::text ilike '%ornithorynque%'
    union all select 1 from audit.change as change where change.table_name = 'bases.saved_search' and change::text ilike any(array['%ornithorynque%', '%Bêtes%'])`)
  expect(rows).toEqual([])
  expect(await db.selectFrom('audit.change').select('id').where('table_name', '=', 'bases.saved_search').execute()).not.toEqual([])
})

test('bases and profiles are searched for too: one is told of those that are new, once, and of none that is private', async () => {
  const { as, pools, work } = await world()
  const owner = await aPerson()
  const { run } = as(owner)
  await run(saveSearch, { kind: 'bases', name: 'Bases', text: 'wombat', department: '35', alerts: true })
  await run(saveSearch, { kind: 'profiles', name: 'Gens', text: 'Wombat', alerts: true })
  expect((await run(listMySearches, {})).searches).toMatchObject([{ kind: 'profiles' }, { kind: 'bases', filters: { department: '35' } }])
  await expect(run(saveSearch, { kind: 'bases', name: 'Rien', text: '' })).rejects.toMatchObject({ code: 'bases.search-empty' })
  await tell()
  expect(await told(owner)).toEqual([])
  const [there, elsewhere] = [await aBase({ title: 'Wombat des marais' }), await aBase({ title: 'Wombat des dunes' })]
  await aBase({ title: 'Wombat secret', isPublic: false })
  for (const [{ administrator, baseId }, title, department] of [[there, 'Wombat des marais', '35'], [elsewhere, 'Wombat des dunes',
    '29']] as const) {
    await as(administrator).run(updateBase, { baseId, title, excerpt: 'Une base', department }, { version: 1 })
  }
  await aPerson({ firstName: 'Wombat', lastName: 'Public', isPublic: true })
  await aPerson({ firstName: 'Wombat', lastName: 'Privé', isPublic: false })
  await execute(pools.worker, indexProfilesAgain, {})
  await work()
  await tell()
  await execute(pools.worker, indexProfilesAgain, {})
  await tell()
  expect(new Map((await told(owner)).map(({ params }) => [params.kind, [params.count, params.href]]))).toEqual(new Map([
    ['bases', [1, '/bases?text=wombat&department=35']], ['profiles', [1, '/personnes?text=Wombat']],
  ]))
  expect(await told(owner)).toHaveLength(2)
})
