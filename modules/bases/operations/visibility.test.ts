import { expect, test } from 'vitest'
import { resourceUnpublished } from '../events.ts'
import { aBase, aPerson, aResource, contributes, joins, world } from '../fixtures.ts'
import { createCollection } from './create-collection.ts'
import { findBases } from './find-bases.ts'
import { findResources } from './find-resources.ts'
import { moveResource } from './move-resource.ts'
import { removeBaseMember } from './remove-base-member.ts'
import { removeContributor } from './remove-contributor.ts'
import { saveResource } from './save-resource.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'
import { showBase } from './show-base.ts'
import { showCollection } from './show-collection.ts'
import { showResource } from './show-resource.ts'
import { suggestTitles } from './suggest-titles.ts'
import { updateBase } from './update-base.ts'

/** Whether someone reads a resource: by its page, by search, by what is being typed. All three agree. */
const reads = async (someone: { id: string } | undefined, { slug, title }: { slug: string; title: string }) => {
  const { as } = await world()
  const { run } = as(someone)
  const page = await run(showResource, { slug }).then(() => true, ({ status }) => status !== 404)
  const found = (await run(findResources, { text: title })).resources.some((one) => one.slug === slug)
  const suggested = (await run(suggestTitles, { prefix: title })).titles.some((one) => one.slug === slug)
  expect([page, found, suggested]).toEqual([page, page, page])
  return page
}

test('what becomes private is withdrawn at once, and private addresses are in no list', async () => {
  const { as, facts } = await world()
  const [reader, contributor] = [await aPerson(), await aPerson()]
  const resource = await aResource({ published: true, title: 'Kaléidoscope un' })
  const { resourceId, author } = resource
  await contributes(contributor, resourceId, author)
  expect(await reads(undefined, resource)).toBe(true)
  await expect(as(reader).run(setResourceVisibility, { resourceId, isPublic: false })).rejects.toMatchObject({ status: 403 })
  await as(contributor).run(setResourceVisibility, { resourceId, isPublic: false })
  expect(await facts(resourceUnpublished)).toContainEqual({ resourceId })
  for (const someone of [undefined, reader]) expect(await reads(someone, resource)).toBe(false)
  for (const someone of [author, contributor]) expect(await reads(someone, resource)).toBe(true)
  await expect(as(reader).run(setResourceVisibility, { resourceId, isPublic: true })).rejects.toMatchObject({ status: 404 })
  await as(contributor).run(removeContributor, { resourceId, personId: contributor.id })
  expect(await reads(contributor, resource)).toBe(false)
  await as(author).run(setResourceVisibility, { resourceId, isPublic: true })
  expect(await reads(undefined, resource)).toBe(true)
})

test('a public resource in a private base is closed, and follows its base at once', async () => {
  const { as } = await world()
  const [member, reader] = [await aPerson(), await aPerson()]
  const { baseId, slug, administrator } = await aBase({ isPublic: false, title: 'Base close', contributors: [member] })
  const resource = await aResource({ author: member, published: true, title: 'Kaléidoscope deux', baseId })
  expect(await reads(reader, resource)).toBe(false)
  expect(await reads(administrator, resource)).toBe(true)
  await expect(as(reader).run(showBase, { slug })).rejects.toMatchObject({ status: 404 })
  expect((await as(reader).run(findBases, { text: 'close' })).bases).toEqual([])
  expect((await as(member).run(findBases, { text: 'close' })).bases).toMatchObject([{ id: baseId }])

  await as(administrator).run(updateBase, { baseId, title: 'Base ouverte', isPublic: true }, { version: 1 })
  expect(await reads(reader, resource)).toBe(true)
  expect(await as(reader).run(showResource, { slug: resource.slug })).toMatchObject({ base: { title: 'Base ouverte' }, isOpen: true })
  await as(administrator).run(updateBase, { baseId, title: 'Base ouverte', isPublic: false }, { version: 2 })
  expect(await reads(reader, resource)).toBe(false)
})

test('a resource moves into a base of which one is a member, where its members write it', async () => {
  const { as } = await world()
  const [author, member] = [await aPerson(), await aPerson()]
  const resource = await aResource({ author, published: true, title: 'Kaléidoscope trois' })
  const { resourceId } = resource
  const closed = await aBase({ isPublic: false, contributors: [member] })
  await expect(as(author).run(moveResource, { resourceId, baseId: closed.baseId }))
    .rejects.toMatchObject({ code: 'bases.no-base', status: 404 })
  const open = await aBase()
  await expect(as(author).run(moveResource, { resourceId, baseId: open.baseId }))
    .rejects.toMatchObject({ code: 'bases.not-a-member', status: 403 })
  await expect(as(member).run(moveResource, { resourceId, baseId: closed.baseId })).rejects.toMatchObject({ status: 403 })
  await joins(author, closed.baseId, closed.administrator)
  expect(await as(author).run(moveResource, { resourceId, baseId: closed.baseId })).toEqual({ isOpen: false })
  expect(await reads(undefined, resource)).toBe(false)
  expect(await reads(member, resource)).toBe(true)
  await expect(as(member).run(moveResource, { resourceId, baseId: null })).rejects.toMatchObject({ status: 403 })
  await as(closed.administrator).run(removeBaseMember, { baseId: closed.baseId, personId: member.id })
  expect(await reads(member, resource)).toBe(false)
  expect(await as(closed.administrator).run(moveResource, { resourceId })).toEqual({ isOpen: true })
  expect(await reads(undefined, resource)).toBe(true)
})

test('a public collection shows only what its reader may see; names of private profiles and bases stay unsaid', async () => {
  const { as } = await world()
  const owner = await aPerson({ isPublic: false })
  const { resourceId, author } = await aResource({ published: true })
  const hidden = await aResource({ author: owner, published: true, isPublic: false })
  const { collectionId, slug } = await as(owner).run(createCollection, { title: 'Choisies', isPublic: true })
  for (const one of [resourceId, hidden.resourceId]) await as(owner).run(saveResource, { resourceId: one, collectionId })
  expect(await as(owner).run(showCollection, { slug })).toMatchObject({ total: 2, ownerName: 'Ada Martin' })
  expect(await as(author).run(showCollection, { slug }))
    .toMatchObject({ total: 1, resources: [{ id: resourceId, authorName: null }], ownerName: null })
})
