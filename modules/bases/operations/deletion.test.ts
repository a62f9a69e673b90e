import { expect, test } from 'vitest'
import { baseDeleted, resourceDeleted } from '../events.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { createCollection } from './create-collection.ts'
import { deleteBase } from './delete-base.ts'
import { deleteResource } from './delete-resource.ts'
import { findBases } from './find-bases.ts'
import { findResources } from './find-resources.ts'
import { listMyBases } from './list-my-bases.ts'
import { restoreResource } from './restore-resource.ts'
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
  expect(await facts(baseDeleted)).toContainEqual({ baseId })
  await expect(run(showBase, { slug })).rejects.toMatchObject({ status: 404 })
  await expect(run(showCollection, { slug: collection.slug })).rejects.toMatchObject({ status: 404 })
  expect((await run(findBases, { text: 'amarante' })).bases).toEqual([])
  expect((await run(findResources, { text: 'amarante' })).resources).toEqual([])
  expect(await as(member).run(listMyBases, {})).toEqual({ bases: [] })
  await expect(as(member).run(restoreResource, { resourceId: published.resourceId })).rejects.toMatchObject({ code: 'bases.base-gone' })
})
