import { expect, test } from 'vitest'
import { resourceSaved } from '../events.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { createCollection } from './create-collection.ts'
import { deleteCollection } from './delete-collection.ts'
import { editCollection } from './edit-collection.ts'
import { listMyCollections } from './list-my-collections.ts'
import { moveInCollection } from './move-in-collection.ts'
import { removeFromCollection } from './remove-from-collection.ts'
import { saveCollection } from './save-collection.ts'
import { saveResource } from './save-resource.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'
import { showCollection } from './show-collection.ts'
import { showResource } from './show-resource.ts'
import { unsaveCollection } from './unsave-collection.ts'
import { unsaveResource } from './unsave-resource.ts'

const savesOf = async (slug: string) => {
  const shown = await (await world()).as().run(showResource, { slug })
  return 'saves' in shown ? shown.saves : undefined
}

test('a person counts once, however many collections hold the resource, and until none does', async () => {
  const { as, facts } = await world()
  const person = await aPerson()
  const { run } = as(person)
  const { resourceId, slug } = await aResource({ published: true })
  const { collectionId } = await run(createCollection, { title: 'À relire' })
  await Promise.all([run(saveResource, { resourceId }), run(saveResource, { resourceId }), run(saveResource, { resourceId, collectionId })])
  expect(await savesOf(slug)).toBe(1)
  expect((await facts(resourceSaved)).filter((one) => one.resourceId === resourceId)).toHaveLength(1)
  expect(await run(listMyCollections, { resourceId })).toMatchObject({
    collections: [{ isFavourites: true, title: null, holds: true, count: 1 }, { id: collectionId, title: 'À relire', holds: true,
      count: 1 }],
  })
  await run(unsaveResource, { resourceId, collectionId })
  expect(await savesOf(slug)).toBe(1)
  await run(unsaveResource, { resourceId })
  expect(await savesOf(slug)).toBe(0)
  await run(saveResource, { resourceId, collectionId })
  await run(deleteCollection, { collectionId })
  expect(await savesOf(slug)).toBe(0)
})

test('the erasure of a person is counted too', async () => {
  const { as, db } = await world()
  const person = await aPerson()
  const { resourceId, slug } = await aResource({ published: true })
  await as(person).run(saveResource, { resourceId })
  await db.deleteFrom('bases.saved').where('person_id', '=', person.id).execute()
  expect(await savesOf(slug)).toBe(0)
})

test('only published resources that one sees are saved, in a collection of one’s own', async () => {
  const { as } = await world()
  const [person, other] = [await aPerson(), await aPerson()]
  const draft = await aResource({ author: person })
  const shown = await aResource({ published: true })
  const { collectionId } = await as(other).run(createCollection, { title: 'Publique', isPublic: true })
  const closed = await as(other).run(createCollection, { title: 'Privée' })
  await expect(as(person).run(saveResource, { resourceId: draft.resourceId })).rejects.toMatchObject({ code: 'bases.not-published' })
  await expect(as(other).run(saveResource, { resourceId: draft.resourceId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(saveResource, { resourceId: shown.resourceId })).rejects.toMatchObject({ status: 401 })
  await expect(as(person).run(saveResource, { resourceId: shown.resourceId, collectionId })).rejects.toMatchObject({ status: 403 })
  await expect(as(person).run(saveResource, { resourceId: shown.resourceId, collectionId: closed.collectionId }))
    .rejects.toMatchObject({ status: 404 })
})

test('what became private stays kept, unseen, and may be let go', async () => {
  const { as } = await world()
  const person = await aPerson()
  const { resourceId, author } = await aResource({ published: true })
  await as(person).run(saveResource, { resourceId })
  await as(author).run(setResourceVisibility, { resourceId, isPublic: false })
  expect(await as(person).run(showCollection, { slug: 'favourites' })).toMatchObject({ isFavourites: true, resources: [], total: 0 })
  await as(person).run(unsaveResource, { resourceId })
  expect(await as(person).run(listMyCollections, {})).toMatchObject({ collections: [{ count: 0 }] })
})

test('a collection is edited, ordered and deleted by its owner; favourites only emptied', async () => {
  const { as } = await world()
  const [owner, other] = [await aPerson(), await aPerson()]
  const { run } = as(owner)
  const { collectionId, slug } = await run(createCollection, { title: 'Suite', isPublic: true })
  const [a, b, c] = [await aResource({ published: true }), await aResource({ published: true }), await aResource({ published: true })]
  for (const { resourceId } of [a, b, c]) await run(saveResource, { resourceId, collectionId })
  expect(await run(moveInCollection, { collectionId, resourceId: c.resourceId, position: 0 })).toEqual({ position: 0 })
  const order = async () => {
    const shown = await run(showCollection, { slug })
    return 'resources' in shown ? shown.resources.map(({ id }) => id) : []
  }
  expect(await order()).toEqual([c, a, b].map(({ resourceId }) => resourceId))
  await run(removeFromCollection, { collectionId, resourceId: a.resourceId })
  await expect(run(moveInCollection, { collectionId, resourceId: a.resourceId, position: 0 }))
    .rejects.toMatchObject({ code: 'bases.not-in-collection' })
  expect(await savesOf(a.slug)).toBe(0)
  for (const operation of [deleteCollection, editCollection] as const) {
    await expect(as(other).run(operation, { collectionId, title: 'x' }, { version: 1 })).rejects.toMatchObject({ status: 403 })
  }
  expect(await run(editCollection, { collectionId, title: 'Fin', isPublic: true }, { version: 1 })).toEqual({ slug: 'fin', version: 2 })
  await expect(run(editCollection, { collectionId, title: 'Fin' }, { version: 1 })).rejects.toMatchObject({ code: 'stale' })
  expect(await as(other).run(showCollection, { slug })).toEqual({ movedTo: 'fin' })
  await as(other).run(saveCollection, { collectionId })
  expect(await as(other).run(listMyCollections, {})).toMatchObject({ collections: [], saved: [{ id: collectionId }] })
  expect(await as(other).run(showCollection, { slug: 'fin' })).toMatchObject({ saved: true })
  await run(editCollection, { collectionId, title: 'Fin', isPublic: false }, { version: 2 })
  expect(await as(other).run(listMyCollections, {})).toMatchObject({ saved: [] })
  await expect(as(other).run(showCollection, { slug: 'fin' })).rejects.toMatchObject({ status: 404 })
  await expect(as(other).run(saveCollection, { collectionId })).rejects.toMatchObject({ status: 404 })
  await as(other).run(unsaveCollection, { collectionId })
  const favourites = (await run(saveResource, { resourceId: a.resourceId })).collectionId
  await expect(run(deleteCollection, { collectionId: favourites })).rejects.toMatchObject({ code: 'bases.favourites' })
  await expect(run(editCollection, { collectionId: favourites, title: 'x' }, { version: 1 }))
    .rejects.toMatchObject({ code: 'bases.favourites' })
  await expect(as(other).run(deleteCollection, { collectionId: favourites })).rejects.toMatchObject({ status: 404 })
})

test('a collection of a base is composed by its members, and counts for nobody’s saves', async () => {
  const { as } = await world()
  const [member, stranger] = [await aPerson(), await aPerson()]
  const { baseId } = await aBase({ contributors: [member] })
  const resource = await aResource({ published: true })
  await expect(as(stranger).run(createCollection, { title: 'x', baseId })).rejects.toMatchObject({ status: 403 })
  const { collectionId, slug } = await as(member).run(createCollection, { title: 'Favourites', baseId, isPublic: true })
  expect(slug).toBe('favourites-2')
  await as(member).run(saveResource, { resourceId: resource.resourceId, collectionId })
  expect(await savesOf(resource.slug)).toBe(0)
  expect(await as(stranger).run(showCollection, { slug })).toMatchObject({ total: 1, base: { title: expect.any(String) } })
  await expect(as().run(showCollection, { slug: 'favourites' })).rejects.toMatchObject({ status: 404 })
})
