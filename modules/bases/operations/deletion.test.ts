import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { finishDeletions } from '../publishing/deletion-job.ts'
import { baseDeleted, baseRestored, resourceDeleted, resourceRestored } from '../events.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { createCollection } from './create-collection.ts'
import { deleteCollection } from './delete-collection.ts'
import { deleteBase } from './delete-base.ts'
import { deleteResource } from './delete-resource.ts'
import { findBases } from './find-bases.ts'
import { findResources } from './find-resources.ts'
import { listMyBases } from './list-my-bases.ts'
import { restoreResource } from './restore-resource.ts'
import { listDeleted } from './list-deleted.ts'
import { restoreCollection } from './restore-collection.ts'
import { saveResource } from './save-resource.ts'
import { restoreBase } from './restore-base.ts'
import { showBase } from './show-base.ts'
import { showCollection } from './show-collection.ts'
import { showDraft } from './show-draft.ts'
import { showResource } from './show-resource.ts'

const lastEvent = async (resourceId: string) => (await world()).db.selectFrom('bases.resource_event').select(['type', 'by_id'])
  .where('resource_id', '=', resourceId).orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow()

test('what is deleted is gone at once, in its history, and comes back as it was', async () => {
  const { as, facts } = await world()
  const stranger = await aPerson()
  const { resourceId, author, slug } = await aResource({ published: true, title: 'Éphémère zinzolin' })
  await expect(as(stranger).run(deleteResource, { resourceId })).rejects.toMatchObject({ status: 403 })
  await as(author).run(deleteResource, { resourceId })
  expect(await lastEvent(resourceId)).toEqual({ type: 'deleted', by_id: author.id })
  expect(await facts(resourceDeleted)).toContainEqual({ resourceId })
  for (const someone of [author, stranger]) {
    await expect(as(someone).run(showResource, { slug })).rejects.toMatchObject({ status: 404 })
    expect((await as(someone).run(findResources, { text: 'zinzolin' })).resources).toEqual([])
  }
  await expect(as(author).run(showDraft, { resourceId })).rejects.toMatchObject({ status: 404 })
  await expect(as(stranger).run(restoreResource, { resourceId })).rejects.toMatchObject({ status: 404 })
  expect(await as(author).run(restoreResource, { resourceId })).toEqual({ slug })
  expect((await as(stranger).run(findResources, { text: 'zinzolin' })).resources).toMatchObject([{ id: resourceId }])
  await expect(as(author).run(restoreResource, { resourceId })).rejects.toMatchObject({ status: 404 })
})

test('a base goes with its resources, by the same path; its title confirms', async () => {
  const { as, facts } = await world()
  const [member, stranger] = [await aPerson(), await aPerson()]
  const { baseId, slug, administrator } = await aBase({ title: 'Base amarante', contributors: [member] })
  const published = await aResource({ author: member, baseId, published: true, title: 'Feuille amarante' })
  const draft = await aResource({ author: member, baseId })
  const collection = await as(member).run(createCollection, { title: 'Amarantes', isPublic: true, baseId })
  const { run } = as(administrator)
  await expect(as(stranger).run(deleteBase, { baseId, title: 'Base amarante' })).rejects.toMatchObject({ status: 403 })
  await expect(as(member).run(deleteBase, { baseId, title: 'Base amarante' })).rejects.toMatchObject({ status: 403 })
  await expect(run(deleteBase, { baseId, title: 'base amarante' })).rejects.toMatchObject({ code: 'bases.title-differs' })
  await run(deleteBase, { baseId, title: 'Base amarante' })
  for (const { resourceId } of [published, draft]) {
    expect(await lastEvent(resourceId)).toEqual({ type: 'deleted', by_id: administrator.id })
    expect(await facts(resourceDeleted)).toContainEqual({ resourceId })
  }
  expect(await facts(baseDeleted)).toContainEqual({ baseId, byId: administrator.id })
  await expect(run(showBase, { slug })).rejects.toMatchObject({ status: 404 })
  await expect(run(showCollection, { slug: collection.slug })).rejects.toMatchObject({ status: 404 })
  expect((await run(findBases, { text: 'amarante' })).bases).toEqual([])
  expect((await run(findResources, { text: 'amarante' })).resources).toEqual([])
  expect(await as(member).run(listMyBases, {})).toEqual({ bases: [] })
  await expect(as(member).run(restoreResource, { resourceId: published.resourceId })).rejects.toMatchObject({ code: 'bases.base-gone' })

  // Within the delay its administrators bring it back, with what went with it.
  const gone = await run(listDeleted, {})
  expect(gone.bases).toMatchObject([{ id: baseId, title: 'Base amarante', resourcesCount: 2 }])
  expect(Date.parse(gone.bases[0]!.goneAt) - Date.parse(gone.bases[0]!.deletedAt)).toBe(30 * 86_400_000)
  expect(gone.resources).toEqual([])
  expect(await as(member).run(listDeleted, {})).toEqual({ bases: [], collections: [], resources: [] })
  await expect(as(member).run(restoreBase, { baseId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(restoreBase, { baseId })).rejects.toMatchObject({ status: 404 })
  expect(await run(restoreBase, { baseId })).toEqual({ slug })
  expect(await facts(baseRestored)).toContainEqual({ baseId })
  expect(await facts(resourceRestored)).toContainEqual({ resourceId: published.resourceId })
  expect(await run(showBase, { slug })).toMatchObject({ role: 'administrator', membersCount: 2, resourcesCount: 1, collections: [{ title: 'Amarantes' }] })
  expect(await as().run(showCollection, { slug: collection.slug })).toMatchObject({ title: 'Amarantes' })
  expect((await as().run(findBases, { text: 'amarante' })).bases).toMatchObject([{ id: baseId }])
  expect((await as().run(findResources, { text: 'amarante' })).resources).toMatchObject([{ id: published.resourceId }])
  expect(await as(member).run(showDraft, { resourceId: draft.resourceId })).toMatchObject({ resourceId: draft.resourceId })
  await expect(run(restoreBase, { baseId })).rejects.toMatchObject({ status: 404 })
})

test('after thirty days what was deleted goes for good, and not before', async () => {
  const { as, db, pools } = await world()
  const { baseId, administrator } = await aBase({ title: 'Base cinabre' })
  const inBase = await aResource({ author: administrator, baseId, published: true })
  const [late, recent, kept] = [await aResource({ published: true }), await aResource({ published: true }), await aResource({ published: true })]
  await as(administrator).run(createCollection, { title: 'Cinabres', isPublic: true, baseId })
  await as(administrator).run(deleteBase, { baseId, title: 'Base cinabre' })
  for (const { author, resourceId } of [late, recent]) await as(author).run(deleteResource, { resourceId })
  expect((await as(late.author).run(listDeleted, {})).resources).toMatchObject([{ id: late.resourceId, title: late.title, wasPublished: true }])
  const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString()
  await db.updateTable('bases.base').set({ deleted_at: days(31) }).where('id', '=', baseId).execute()
  for (const id of [inBase.resourceId, late.resourceId]) await db.updateTable('bases.resource').set({ deleted_at: days(31) }).where('id', '=', id).execute()
  await db.updateTable('bases.resource').set({ deleted_at: days(29) }).where('id', '=', recent.resourceId).execute()
  await execute(pools.worker, finishDeletions, {})
  const left = async (table: string, ids: string[]) => (await db.selectFrom(table).select('id').where('id', 'in', ids).execute()).map((row) => String(row['id']))
  expect(await left('bases.base', [baseId])).toEqual([])
  expect((await left('bases.resource', [inBase, late, recent, kept].map(({ resourceId }) => resourceId))).toSorted())
    .toEqual([recent.resourceId, kept.resourceId].toSorted())
  expect(await db.selectFrom('bases.collection').select('id').where('base_id', '=', baseId).execute()).toEqual([])
  await expect(as(late.author).run(restoreResource, { resourceId: late.resourceId })).rejects.toMatchObject({ status: 404 })
  await as(recent.author).run(restoreResource, { resourceId: recent.resourceId })
})

test('a collection that was deleted comes back with its resources, by who may write it; after the delay it goes for good', async () => {
  const { as, db, pools } = await world()
  const [owner, stranger] = [await aPerson(), await aPerson()]
  const { run } = as(owner)
  const { resourceId, slug: read } = await aResource({ published: true })
  const saves = async () => (await db.selectFrom('bases.resource').select('saves_count').where('id', '=', resourceId)
    .executeTakeFirstOrThrow()).saves_count
  const { collectionId, slug } = await run(createCollection, { title: 'À garder', isPublic: true })
  await run(saveResource, { resourceId, collectionId })
  await run(deleteCollection, { collectionId })
  expect(await saves()).toBe(0)
  for (const someone of [owner, stranger]) await expect(as(someone).run(showCollection, { slug })).rejects.toMatchObject({ status: 404 })
  expect((await run(listDeleted, {})).collections).toMatchObject([{ id: collectionId, title: 'À garder', resourcesCount: 1 }])
  expect((await as(stranger).run(listDeleted, {})).collections).toEqual([])
  await expect(as(stranger).run(restoreCollection, { collectionId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(restoreCollection, { collectionId })).rejects.toMatchObject({ status: 404 })
  expect(await run(restoreCollection, { collectionId })).toEqual({ slug })
  expect(await saves()).toBe(1)
  expect(await as(stranger).run(showCollection, { slug })).toMatchObject({ resources: [{ slug: read }] })
  await expect(run(restoreCollection, { collectionId })).rejects.toMatchObject({ status: 404 })
  await run(deleteCollection, { collectionId })
  await db.updateTable('bases.collection').set({ deleted_at: '2020-01-01T00:00:00Z' }).where('id', '=', collectionId).execute()
  await execute(pools.worker, finishDeletions, {})
  expect(await db.selectFrom('bases.collection').select('id').where('id', '=', collectionId).execute()).toEqual([])
  expect(await db.selectFrom('bases.slug').select('slug').where('kind', '=', 'collection').where('target_id', '=', collectionId).execute())
    .toEqual([])
})

test('a collection deleted before its base stays deleted when the base comes back', async () => {
  const { as } = await world()
  const { baseId, administrator } = await aBase({ title: 'Base et collections' })
  const { run } = as(administrator)
  const [before, after] = [await run(createCollection, { title: 'Avant', isPublic: true, baseId }), await run(createCollection,
    { title: 'Avec', isPublic: true, baseId })]
  await run(deleteCollection, { collectionId: before.collectionId })
  await run(deleteBase, { baseId, title: 'Base et collections' })
  await expect(run(restoreCollection, { collectionId: after.collectionId })).rejects.toMatchObject({ status: expect.any(Number) })
  await run(restoreBase, { baseId })
  expect(await run(showCollection, { slug: after.slug })).toMatchObject({ title: 'Avec' })
  await expect(run(showCollection, { slug: before.slug })).rejects.toMatchObject({ status: 404 })
  expect(await run(restoreCollection, { collectionId: before.collectionId })).toEqual({ slug: before.slug })
})
