import { expect, test } from 'vitest'
import { resourcePublished } from '../events.ts'
import { aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from './add-content.ts'
import { createResource } from './create-resource.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { answerOpinion } from './answer-opinion.ts'
import { giveOpinion } from './give-opinion.ts'
import { listOpinions } from './list-opinions.ts'
import { listMyResources } from './list-my-resources.ts'
import { publishResource } from './publish-resource.ts'
import { saveResource } from './save-resource.ts'
import { setResourceIndexation } from './set-resource-indexation.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'
import { showDraft } from './show-draft.ts'
import { showResource } from './show-resource.ts'

test('what is missing is said before and refused after; a private resource needs no indexation', async () => {
  const { as } = await world()
  const author = await aPerson()
  const { run } = as(author)
  const { resourceId } = await run(createResource, { title: 'À compléter' })
  const all = ['bases.no-content', 'bases.no-theme', 'bases.no-support-type', 'bases.no-audience']
  expect(await run(showDraft, { resourceId })).toMatchObject({ missing: all })
  await expect(run(publishResource, { resourceId })).rejects.toMatchObject({ code: 'bases.no-content', status: 409 })
  await run(addContent, { resourceId, type: 'text', text: 'Un mot' })
  await expect(run(publishResource, { resourceId })).rejects.toMatchObject({ code: 'bases.no-theme' })
  await run(setResourceVisibility, { resourceId, isPublic: false })
  expect(await run(publishResource, { resourceId })).toMatchObject({ isOpen: false })
  await expect(run(setResourceVisibility, { resourceId, isPublic: true })).rejects.toMatchObject({ code: 'bases.no-theme' })
  await run(setResourceIndexation, { resourceId, version: 0, themes: ['donnees'], supportTypes: ['jeu'], audiences: ['elus'] })
  await run(publishResource, { resourceId })
  expect(await run(setResourceVisibility, { resourceId, isPublic: true })).toEqual({ isPublic: true, isOpen: true })
})

test('readers see what was published until it is published again; date, counters and saves stay', async () => {
  const { as, db, facts } = await world()
  const reader = await aPerson()
  const { resourceId, author, slug } = await aResource({ published: true, title: 'Première version' })
  await as(reader).run(saveResource, { resourceId })
  const before = new Date(Date.now() - 86_400_000).toISOString()
  const { opinionId } = await as(reader).run(giveOpinion, { resourceId, rating: 3, text: 'Utile' })
  await as(author).run(answerOpinion, { opinionId, text: 'Merci' })
  const born = new Date(Date.now() - 2 * 86_400_000).toISOString()
  await db.updateTable('bases.resource').set({ published_at: before, created_at: born, views_count: 41 }).where('id', '=', resourceId).execute()
  await expect(as(author).run(publishResource, { resourceId })).rejects.toMatchObject({ code: 'bases.nothing-changed' })
  await as(author).run(editResourceTitle, { resourceId, version: 1, title: 'Seconde version', description: 'Neuve' })
  await as(author).run(addContent, { resourceId, type: 'text', text: 'En plus', position: 0 })
  expect(await as(reader).run(showResource, { slug })).toMatchObject({ title: 'Première version', contents: { length: 1 } })
  expect(await as(author).run(listMyResources, {}))
    .toMatchObject({ resources: [{ title: 'Seconde version', state: 'published', changed: true }] })

  const again = await as(author).run(publishResource, { resourceId })
  expect(again).toMatchObject({ slug: 'seconde-version', publishedAt: before })
  expect(await as(reader).run(showResource, { slug })).toEqual({ movedTo: 'seconde-version' })
  expect(await as(reader).run(showResource, { slug: again.slug })).toMatchObject({
    title: 'Seconde version', publishedAt: before, views: 41, saves: 1, saved: true, contents: [{ html: '<p>En plus</p>\n' }, {}],
  })
  expect(await as(reader).run(listOpinions, { resourceId })).toMatchObject({ rating: 3, count: 1, opinions: [{ text: 'Utile', answers: [{ text: 'Merci' }] }] })
  expect(await db.selectFrom('bases.resource').select(['created_at']).where('id', '=', resourceId).executeTakeFirst()).toEqual({ created_at: born })
  expect((await facts(resourcePublished)).filter((one) => one.resourceId === resourceId))
    .toEqual([{ resourceId, again: false }, { resourceId, again: true }])
})

test('two resources of one title have two addresses; an address of before is never another’s', async () => {
  const { as } = await world()
  const first = await aResource({ published: true, title: 'Même titre' })
  const second = await aResource({ published: true, title: 'Même  titre !' })
  expect([first.slug, second.slug]).toEqual(['meme-titre', 'meme-titre-2'])
  const { run } = as(first.author)
  await run(editResourceTitle, { resourceId: first.resourceId, version: 1, title: 'Ailleurs', description: '' })
  await run(publishResource, { resourceId: first.resourceId })
  expect((await aResource({ published: true, title: 'Même titre' })).slug).toBe('meme-titre-3')
  const { version } = (await run(showDraft, { resourceId: first.resourceId })).heading
  await run(editResourceTitle, { resourceId: first.resourceId, version, title: 'Même titre', description: '' })
  expect(await run(publishResource, { resourceId: first.resourceId })).toMatchObject({ slug: 'meme-titre' })
  expect(await run(showResource, { slug: 'ailleurs' })).toEqual({ movedTo: 'meme-titre' })
  expect((await aResource({ published: true, title: '¿?' })).slug).toBe('ressource')
})

test('a draft has no address; a stranger neither publishes nor sees it', async () => {
  const { as } = await world()
  const stranger = await aPerson()
  const { resourceId } = await aResource({ title: 'Secret de brouillon' })
  await expect(as(stranger).run(publishResource, { resourceId })).rejects.toMatchObject({ status: 404 })
  await expect(as(stranger).run(showResource, { slug: 'secret-de-brouillon' })).rejects.toMatchObject({ status: 404 })
  const shown = await aResource({ published: true })
  await expect(as(stranger).run(publishResource, { resourceId: shown.resourceId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(listMyResources, {})).resolves.toMatchObject({ resources: [], total: 0 })
  await expect(as().run(listMyResources, {})).rejects.toMatchObject({ status: 401 })
})
