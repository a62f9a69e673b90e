import { expect, test } from 'vitest'
import { replay, type ResourceEvent } from '../draft/draft.ts'
import { limits } from '../limits.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from './add-content.ts'
import { createResource } from './create-resource.ts'
import { editContent } from './edit-content.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { moveContent } from './move-content.ts'
import { removeContent } from './remove-content.ts'
import { setResourceIndexation } from './set-resource-indexation.ts'
import { setResourceLicence } from './set-resource-licence.ts'
import { showDraft } from './show-draft.ts'

const eventsOf = async (resourceId: string) => {
  const { db } = await world()
  const rows = await db.selectFrom('bases.resource_event').selectAll().where('resource_id', '=', resourceId).orderBy('sequence').execute()
  return rows as ({ sequence: number } & ResourceEvent)[]
}

test('one writes on one’s own or in a base of which one is a member', async () => {
  const { as } = await world()
  const [person, stranger] = [await aPerson(), await aPerson()]
  const open = await aBase({ contributors: [person] })
  const closed = await aBase({ isPublic: false, contributors: [person] })
  for (const baseId of [null, open.baseId, closed.baseId]) {
    const { resourceId } = await as(person).run(createResource, { title: 'Essai', baseId })
    expect(await as(person).run(showDraft, { resourceId })).toMatchObject({ base: baseId && { id: baseId }, isPublic: true, isOpen: false })
  }
  await expect(as().run(createResource, { title: 'Essai' })).rejects.toMatchObject({ status: 401 })
  await expect(as(stranger).run(createResource, { title: 'Essai', baseId: open.baseId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(createResource, { title: 'Essai', baseId: closed.baseId })).rejects.toMatchObject({ status: 404 })
})

test('a draft is seen and written by its editors; a published resource is written by nobody else', async () => {
  const { as } = await world()
  const stranger = await aPerson()
  const draft = await aResource()
  const shown = await aResource({ published: true })
  const edits = ({ resourceId, contentId, contentVersion: version }: typeof draft) => [
    [editResourceTitle, { resourceId, version: 1, title: 'Pris', description: '' }],
    [setResourceLicence, { resourceId, version: 0, licence: 'etalab_2_0' }],
    [setResourceIndexation, { resourceId, version: 3, themes: [], supportTypes: [], audiences: [] }],
    [addContent, { resourceId, type: 'text', text: 'x' }], [editContent, { resourceId, contentId, version, type: 'text', text: 'x' }],
    [removeContent, { resourceId, contentId, version }], [moveContent, { resourceId, contentId, position: 0 }], [showDraft, { resourceId }],
  ] as const
  for (const [operation, input] of edits(draft)) await expect(as(stranger).run(operation, input), operation.name)
    .rejects.toMatchObject({ status: 404 })
  for (const [operation, input] of edits(shown)) await expect(as(stranger).run(operation, input), operation.name)
    .rejects.toMatchObject({ status: 403 })
  for (const [operation, input] of edits(shown)) await expect(as().run(operation, input), operation.name)
    .rejects.toMatchObject({ status: 401 })
})

test('contents are added, moved, edited and removed; the draft kept is the replay of its events', async () => {
  const { as, db } = await world()
  const { resourceId, author, contentId: text, contentVersion } = await aResource()
  const { run } = as(author)
  const title = await run(addContent, { resourceId, type: 'section_title', title: ' Partie ', position: 0 })
  const link = await run(addContent, { resourceId, type: 'link', url: 'https://exemple.fr/a?b=1', title: '', caption: 'Voir',
    text: 'ignoré' })
  expect(await run(moveContent, { resourceId, contentId: link.contentId, direction: 'up' })).toEqual({ position: 1 })
  expect(await run(moveContent, { resourceId, contentId: link.contentId, position: 99 })).toEqual({ position: 2 })
  expect(await run(moveContent, { resourceId, contentId: title.contentId, direction: 'up' })).toEqual({ position: 0 })
  await run(removeContent, { resourceId, contentId: text, version: contentVersion })
  await run(editContent, { resourceId, contentId: title.contentId, version: title.version, type: 'section_title', title: 'Parties' })
  await run(setResourceLicence, { resourceId, version: 0, licence: 'cc_by_sa_4_0' })
  const shown = await run(showDraft, { resourceId })
  expect(shown).toMatchObject({
    licence: { key: 'cc_by_sa_4_0' }, contents: [{ title: 'Parties' }, { title: null, url: 'https://exemple.fr/a?b=1', caption: 'Voir',
      source: null }],
  })
  const events = await eventsOf(resourceId)
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  const kept = await db.selectFrom('bases.draft').selectAll().where('resource_id', '=', resourceId).executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ state: replay(events), sequence: events.length })
})

test('the second of two people who edit one content is told, and loses nothing', async () => {
  const { as } = await world()
  const [author, other] = [await aPerson(), await aPerson()]
  const { baseId } = await aBase({ contributors: [author, other] })
  const { resourceId, contentId, contentVersion: version } = await aResource({ author, baseId })
  const edit = { resourceId, contentId, type: 'text' as const }
  const both = await Promise.allSettled([
    as(author).run(editContent, { ...edit, version, text: 'Version de l’une' }),
    as(other).run(editContent, { ...edit, version, text: 'Version de l’autre' }),
  ])
  const [won, lost] = [both.find(({ status }) => status === 'fulfilled')!, both.find(({ status }) => status === 'rejected')!]
  expect(lost).toMatchObject({ reason: { code: 'bases.content-stale', status: 409, details: { version: (won as PromiseFulfilledResult<{ version: number }>).value.version } } })
  expect((await as(author).run(showDraft, { resourceId })).contents[0]!.source).toMatch(/^Version de l’une$|^Version de l’autre$/)
  // Another part of the same draft is nobody's conflict.
  await as(other).run(addContent, { resourceId, type: 'text', text: 'ailleurs' })
  await as(author).run(setResourceLicence, { resourceId, version: 0, licence: 'etalab_2_0' })
  await as(author).run(editResourceTitle, { resourceId, version: 1, title: 'A', description: '' })
  await expect(as(other).run(editResourceTitle, { resourceId, version: 1, title: 'B', description: '' }))
    .rejects.toMatchObject({ code: 'bases.part-stale' })
  await expect(as(other).run(removeContent, { resourceId, contentId, version })).rejects.toMatchObject({ code: 'bases.content-stale' })
  await as(author).run(removeContent, { resourceId, contentId, version: (won as PromiseFulfilledResult<{ version: number }>).value.version })
  await expect(as(other).run(editContent, { ...edit, version, text: 'x' }))
    .rejects.toMatchObject({ code: 'bases.content-gone', status: 409 })
})

test('twenty events at once never share a number', async () => {
  const { as } = await world()
  const { resourceId, author } = await aResource()
  await Promise.all(Array.from({ length: 20 }, (_, index) => as(author).run(addContent, { resourceId, type: 'text', text: `${index}` })))
  const sequences = (await eventsOf(resourceId)).map(({ sequence }) => sequence)
  expect(sequences).toEqual(Array.from({ length: 23 }, (_, index) => index + 1))
  expect((await as(author).run(showDraft, { resourceId })).contents).toHaveLength(21)
})

test('every limit is refused beside its field', async () => {
  const { as } = await world()
  const { resourceId, author } = await aResource()
  const { run } = as(author)
  const long = (most: number) => 'é'.repeat(most + 1)
  const refused = (field: string, code: string, limit?: number) =>
    ({ status: 422, issues: [{ field, code, ...limit === undefined ? {} : { limit } }] })
  await expect(run(createResource, { title: long(limits.title) })).rejects.toMatchObject(refused('title', 'too_long', 100))
  await expect(run(createResource, { title: '   ' })).rejects.toMatchObject(refused('title', 'required'))
  await expect(run(createResource, { title: 'a', description: long(560) })).rejects.toMatchObject(refused('description', 'too_long', 560))
  await expect(run(addContent, { resourceId, type: 'section_title', title: long(50) }))
    .rejects.toMatchObject(refused('title', 'too_long', 50))
  await expect(run(addContent, { resourceId, type: 'link', url: 'https://a.fr', caption: long(280) }))
    .rejects.toMatchObject(refused('caption', 'too_long', 280))
  const themes = ['parentalite', 'donnees', 'mobilites', 'accessibilite', 'jeux_videos', 'communs_numeriques'] as const
  await expect(run(setResourceIndexation, { resourceId, version: 3, themes: [...themes], supportTypes: [], audiences: [] }))
    .rejects.toMatchObject(refused('themes', 'too_many', 5))
  const supportTypes = ['jeu', 'video', 'article', 'annuaire', 'logiciel'] as const
  await expect(run(setResourceIndexation, { resourceId, version: 3, themes: [], supportTypes: [...supportTypes], audiences: [] }))
    .rejects.toMatchObject(refused('supportTypes', 'too_many', 4))
  const audiences = ['elus', 'parents', 'adultes', 'particuliers', 'entreprises', 'tous_publics'] as const
  await expect(run(setResourceIndexation, { resourceId, version: 3, themes: [], supportTypes: [], audiences: [...audiences] }))
    .rejects.toMatchObject(refused('audiences', 'too_many', 5))
  await expect(run(setResourceIndexation, { resourceId, version: 3, themes: ['magie' as 'donnees'], supportTypes: [], audiences: [] }))
    .rejects.toMatchObject({ status: 422 })
  for (const [type, field] of [['section_title', 'title'], ['text', 'text'], ['link', 'url'], ['image', 'fileId'],
    ['linked_resource', 'linkedResourceId']] as const) {
    await expect(run(addContent, { resourceId, type, imageRole: 'decorative' }), type).rejects.toMatchObject(refused(field, 'required'))
  }
  for (const url of ['javascript:alert(1)', 'ftp://a.fr', 'https://', 'exemple.fr', 'data:text/html,x']) {
    await expect(run(addContent, { resourceId, type: 'link', url }), url).rejects.toMatchObject({ status: 422, issues: [{ field: 'url' }] })
  }
})

test('characters that the database cannot hold are left out', async () => {
  const { as } = await world()
  const author = await aPerson()
  const { resourceId } = await as(author).run(createResource, { title: 'Nul\0 part', description: 'moitié \ud83d' })
  await as(author).run(addContent, { resourceId, type: 'text', text: 'a\0b \udc00' })
  expect(await as(author).run(showDraft, { resourceId })).toMatchObject({ heading: { title: 'Nul part' }, contents: [{ source: 'ab �' }] })
})

test('a draft holds a hundred contents at most, and links to published resources only', async () => {
  const { as, db } = await world()
  const { resourceId, author } = await aResource()
  const { run } = as(author)
  const hidden = await aResource()
  const own = await aResource({ author })
  for (const linkedResourceId of [hidden.resourceId, own.resourceId]) {
    await expect(run(addContent, { resourceId, type: 'linked_resource', linkedResourceId }))
      .rejects.toMatchObject({ code: 'bases.no-linked-resource' })
  }
  await expect(run(addContent, { resourceId, type: 'linked_resource', linkedResourceId: resourceId }))
    .rejects.toMatchObject({ code: 'bases.linked-to-itself' })
  const { state } = await db.selectFrom('bases.draft').select('state').where('resource_id', '=', resourceId).executeTakeFirstOrThrow()
  const full = { ...state, contents: Array.from({ length: 100 }, () => state.contents[0]) }
  await db.updateTable('bases.draft').set({ state: JSON.stringify(full) }).where('resource_id', '=', resourceId).execute()
  await expect(run(addContent, { resourceId, type: 'text', text: 'un de trop' })).rejects.toMatchObject({ code: 'bases.too-many-contents' })
})
