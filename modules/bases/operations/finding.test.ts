import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { countShared } from '../counting.ts'
import { aBase, aPerson, aResource, asWorker, world } from '../fixtures.ts'
import { bases } from '../module.ts'
import { indexEveryProfile } from '../profile-index.ts'
import { createBase } from './create-base.ts'
import { findBases } from './find-bases.ts'
import { findProfiles } from './find-profiles.ts'
import { findResources } from './find-resources.ts'
import { followBase } from './follow-base.ts'
import { giveOpinion } from './give-opinion.ts'
import { removeOpinion } from './remove-opinion.ts'
import { searchCommons } from './search-commons.ts'
import { suggestTitles } from './suggest-titles.ts'

const indexed = async () => indexEveryProfile(await asWorker())

test('the same words find resources, bases and people, each type with its number', async () => {
  const { as } = await world()
  const author = await aPerson({ firstName: 'Violaine', lastName: 'Tamarin', isPublic: true })
  const resource = await aResource({ author, published: true, title: 'Le tamarin expliqué' })
  const base = await aBase({ title: 'Amis du tamarin' })
  await indexed()
  const found = await as().run(searchCommons, { text: 'tamarins' })
  expect(found).toMatchObject({
    total: 3, resources: [{ id: resource.resourceId }], bases: [{ id: base.baseId }],
    profiles: [{ id: author.id, name: 'Violaine Tamarin', resourcesCount: 1 }],
    totals: { resources: { total: 1, atLeast: false }, bases: { total: 1 }, profiles: { total: 1 } }, tries: [],
  })
  expect((await as().run(findResources, { text: 'tamarin', withTotals: true })).totals).toEqual(found.totals)
  expect((await as().run(searchCommons, { text: 'tamarin licorne' }))).toMatchObject({ total: 0, tries: ['tamarin'] })
  expect(await as().run(searchCommons, {})).toMatchObject({ resources: [], total: 0 })
})

test('what is private is neither found, nor counted, nor suggested, nor offered as another word', async () => {
  const { as, db } = await world()
  const member = await aPerson()
  const { baseId, administrator } = await aBase({ title: 'Zibeline fermée', isPublic: false, contributors: [member] })
  await aResource({ author: administrator, baseId, published: true, title: 'Zibeline interne', themes: ['donnees'] })
  await aResource({ published: true, isPublic: false, title: 'Zibeline personnelle' })
  const hidden = await aPerson({ firstName: 'Zibeline', lastName: 'Quartz', isPublic: true })
  await indexed()
  // Made private after it was indexed, and before the worker knows.
  await db.updateTable('identity.person').set({ is_public: false }).where('id', '=', hidden.id).execute()
  for (const someone of [undefined, await aPerson()]) {
    const { run } = as(someone)
    expect(await run(searchCommons, { text: 'zibeline' })).toMatchObject({
      total: 0, resources: [], bases: [], profiles: [], tries: [], corrected: undefined,
      totals: { resources: { total: 0 }, bases: { total: 0 }, profiles: { total: 0 } },
    })
    expect((await run(findResources, { text: 'zibeline' })).facets).toEqual({ themes: {}, supportTypes: {}, audiences: {}, bases: [] })
    for (const operation of [findResources, findBases, findProfiles]) {
      expect(await run(operation, { text: 'zibelinne' })).toMatchObject({ total: 0, corrected: undefined, tries: [] })
      expect(await run(operation, { text: 'zibeline introuvable' })).toMatchObject({ total: 0, tries: [] })
    }
    expect((await run(suggestTitles, { prefix: 'zibe' })).titles).toEqual([])
  }
  expect((await as(member).run(searchCommons, { text: 'zibeline' })).totals)
    .toMatchObject({ resources: { total: 1 }, bases: { total: 1 }, profiles: { total: 0 } })
})

test('people are found as their profile changes, proposed while typing, and forgotten', async () => {
  const { as, db, modules, work } = await world()
  const person = await aPerson({ firstName: 'Quitterie', lastName: 'Bourdelas', isPublic: false })
  const found = async (text: string) => (await as().run(findProfiles, { text })).profiles.map(({ id }) => id)
  await work()
  expect(await found('bourdelas')).toEqual([])
  const { updateProfile } = modules.find(({ name }) => name === 'identity')!.operations
  const says = async (isPublic: boolean, version: number) => {
    await as(person).run(updateProfile!, {
      firstName: 'Quitterie', lastName: 'Bourdelas', title: 'Médiatrice', location: '', department: '', about: '', isPublic, timeZone: 'Europe/Paris',
    }, { version })
    await work()
  }
  await says(true, 1)
  expect(await found('médiatrice bourdelas')).toEqual([person.id])
  expect((await as().run(suggestTitles, { prefix: 'quitt' })).titles).toEqual([{ kind: 'profile', id: person.id, slug: null, title: 'Quitterie Bourdelas' }])
  expect((await as().run(findProfiles, { text: 'bourdelaz' }))).toMatchObject({ corrected: 'bourdelas', total: 1 })
  await says(false, 2)
  expect(await db.selectFrom('search.document').select('id').where('id', '=', person.id).execute()).toEqual([])
  await says(true, 3)
  await bases.departure!.settle(await asWorker(), person.id)
  expect(await db.selectFrom('search.document').select('id').where('id', '=', person.id).execute()).toEqual([])
})

test('one’s own department comes first when asked, and only then', async () => {
  const { as, db } = await world()
  const [here, elsewhere] = [v7(), v7()]
  const person = await aPerson()
  const resources: string[] = []
  for (const [title, department] of [[here, '29'], [elsewhere, '13']] as const) {
    const author = await aPerson()
    const { baseId } = await as(author).run(createBase, { title: `Palétuvier ${title}`, department, excerpt: '' })
    resources.push((await aResource({ author, baseId, published: true, title: 'Palétuvier' })).resourceId)
  }
  const ids = async (input: object) => (await as(person).run(findResources, { text: 'paletuvier', sort: 'recent', ...input })).resources.map(({ id }) => id)
  expect(await ids({})).toEqual(resources.toReversed())
  expect(await as(person).run(findResources, { text: 'paletuvier', departmentFirst: true })).toMatchObject({ department: null, total: 2 })
  await db.insertInto('bases.preference').values({ person_id: person.id, department: '29', updated_at: new Date().toISOString() }).execute()
  expect(await ids({ departmentFirst: true })).toEqual(resources)
  expect(await ids({})).toEqual(resources.toReversed())
  const bases = await as(person).run(findBases, { text: 'paletuvier', departmentFirst: true, sort: 'recent' })
  expect(bases).toMatchObject({ ownDepartment: '29', total: 2, facets: { departments: { 29: 1, 13: 1 } } })
  expect(bases.bases[0]).toMatchObject({ department: '29' })
  // A visitor has none.
  expect(await as().run(findResources, { text: 'paletuvier', departmentFirst: true })).toMatchObject({ department: undefined, total: 2 })
})

test('by recommendations, followers and resources', async () => {
  const { as } = await world()
  const [loved, plain] = [await aResource({ published: true, title: 'Sarbacane un' }), await aResource({ published: true, title: 'Sarbacane deux' })]
  const reader = await aPerson()
  const first = async () => (await as().run(findResources, { text: 'sarbacane', sort: 'recommendations' })).resources[0]?.id
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId: loved.resourceId, rating: 4 })
  expect(await first()).toBe(loved.resourceId)
  await as(reader).run(removeOpinion, { opinionId })
  await as(reader).run(giveOpinion, { resourceId: plain.resourceId, rating: 3 })
  await as(reader).run(giveOpinion, { resourceId: loved.resourceId, rating: 2 })
  expect(await first()).toBe(plain.resourceId)
  const [followed, filled] = [await aBase({ title: 'Goélette suivie' }), await aBase({ title: 'Goélette remplie' })]
  await as(reader).run(followBase, { baseId: followed.baseId })
  await aResource({ author: filled.administrator, baseId: filled.baseId, published: true })
  await countShared(await asWorker())
  const order = async (sort: 'followers' | 'resources') => (await as().run(findBases, { text: 'goelette', sort })).bases.map(({ id }) => id)
  expect(await order('followers')).toEqual([followed.baseId, filled.baseId])
  expect(await order('resources')).toEqual([filled.baseId, followed.baseId])
})
