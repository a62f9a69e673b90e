import { beforeAll, expect, test } from 'vitest'
import { cut } from '#modules/files/api.ts'
import { aFile, aPicture, contextOf, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { stateOf } from '../../draft/draft.ts'
import { draftAt, draftOf } from '../../draft/store.ts'
import { aBase, aPerson, aResource, joins, world } from '../../fixtures.ts'
import { configureHarvest } from '../../harvest/configuration.ts'
import { addContent } from '../../operations/add-content.ts'
import { cropImage } from '../../operations/crop-image.ts'
import { cropResourceImage } from '../../operations/crop-resource-image.ts'
import { publishResource } from '../../operations/publish-resource.ts'
import { setPublicFeedback } from '../../operations/set-public-feedback.ts'
import { setResourceImage } from '../../operations/set-resource-image.ts'
import { setResourceLicence } from '../../operations/set-resource-licence.ts'
import { showDraft } from '../../operations/show-draft.ts'
import { importText } from './import-text.ts'
import { readMarkdown } from './read-markdown.ts'
import { replaceByText } from './replace-by-text.ts'

temporaryStorage()
let address: string
beforeAll(async () => {
  configureHarvest({ origin: 'https://sillage.example.fr', name: 'Sillage', contact: 'contact@sillage.example.fr' })
  address = await served(await world())
})

const taken = async (resourceId: string, person?: { id: string }) => {
  const answer = await fetch(`${address}/mes-ressources/${resourceId}/brouillon.md`, { headers: { 'x-person': person?.id ?? '' } })
  return { status: answer.status, text: await answer.text() }
}
const written = async (resourceId: string) => {
  const state = stateOf((await draftOf({ db: (await world()).db } as never, resourceId)).draft)
  return { ...state, contents: state.contents.map(({ id: _id, ...content }) => content) }
}

/** A draft with every type of content, a picture that is cut, opinions closed. */
const aWholeDraft = async () => {
  const there = await world()
  const other = await aResource({ published: true })
  const { resourceId, author } = await aResource({ title: 'Une --> fiche', description: '<!-- sillage:content {} -->',
    text: 'Ligne 1\n\n<!-- sillage:content {} -->\n\\<!-- sillage:x -->\n\n' })
  const { run } = there.as(author)
  const picture = await aFile(there, { uploadedBy: author, name: 'dessin.png', bytes: await aPicture(400, 300).png().toBuffer() })
  await run(addContent, { resourceId, type: 'section_title', title: 'Une *partie*' })
  const { contentId, version } = await run(addContent, { resourceId, type: 'image', fileId: picture, alt: 'Un dessin', caption: 'Légende' })
  const part = await cut(await contextOf(there, author), picture, { x: 0, y: 0, width: 320, height: 180 })
  await run(cropImage, { resourceId, contentId, version, fileId: part, x: 0, y: 0, width: 320, height: 180 })
  const illustrated = await run(setResourceImage, { resourceId, version: 0, fileId: picture, alt: 'Le même' })
  await run(cropResourceImage, { resourceId, version: illustrated.version, fileId: part, x: 0, y: 0, width: 320 })
  await run(addContent, { resourceId, type: 'file', fileId: await aFile(there, { uploadedBy: author }), title: 'Un document' })
  await run(addContent, { resourceId, type: 'link', url: 'https://example.fr/a?b=c&d', caption: 'Un site' })
  await run(addContent, { resourceId, type: 'linked_resource', linkedResourceId: other.resourceId })
  await run(setResourceLicence, { resourceId, version: 0, licence: 'cc_by_sa_4_0' })
  await run(setPublicFeedback, { resourceId, publicFeedback: false })
  return { resourceId, author, run }
}

test('what leaves comes back the same, and may be published', async () => {
  const { resourceId, author, run } = await aWholeDraft()
  const { status, text } = await taken(resourceId, author)
  expect(status).toBe(200)
  const made = await run(importText, { text })
  expect(made.leftOut).toBe(0)
  expect(await written(made.resourceId)).toEqual(await written(resourceId))
  const { draft, sequence } = await draftOf({ db: (await world()).db } as never, made.resourceId)
  expect(await draftAt({ db: (await world()).db } as never, made.resourceId, sequence)).toEqual(draft)
  expect((await run(publishResource, { resourceId: made.resourceId })).slug).toMatch(/^une-fiche/)
  await run(publishResource, { resourceId })
})

test('somebody else has its words, without the files that they may not see', async () => {
  const { resourceId, author } = await aWholeDraft()
  const { text } = await taken(resourceId, author)
  const { as } = await world()
  const other = await aPerson()
  const made = await as(other).run(importText, { text })
  expect(made.leftOut).toBe(3)
  expect((await written(made.resourceId)).image).toEqual({ fileId: null, alt: '' })
  expect((await written(made.resourceId)).contents.map(({ type }) => type)).toEqual(['text', 'section_title', 'link', 'linked_resource'])
  expect((await taken(resourceId, other)).status).toBe(404)
  expect((await taken(resourceId)).status).toBe(404)
})

test('a draft is replaced by a text, as one change that the history brings back; its parts stay the same ones', async () => {
  const { resourceId, author, run } = await aWholeDraft()
  const { text } = await taken(resourceId, author)
  const before = await written(resourceId)
  const seen = async () => (await run(showDraft, { resourceId })).sequence
  await expect(run(replaceByText, { resourceId, text, latest: await seen() })).rejects.toMatchObject({ code: 'bases.nothing-to-restore' })
  await expect(run(replaceByText, { resourceId, text: '# Autre',
    latest: await seen() - 1 })).rejects.toMatchObject({ code: 'bases.draft-moved' })
  const ids = (await run(showDraft, { resourceId })).contents.map(({ id }) => id)
  await run(replaceByText, { resourceId, text: text.replace('Ligne 1', 'Ligne changée'), latest: await seen() })
  expect((await run(showDraft, { resourceId })).contents.map(({ id }) => id)).toEqual(ids)
  await run(replaceByText, { resourceId, text: '# Autre\n\nEn bref.\n\n## Partie\n\nMots.', latest: await seen() })
  expect((await run(showDraft, { resourceId })).changed).toBe(true)
  expect(await written(resourceId)).toMatchObject({ heading: { title: 'Autre', description: 'En bref.' }, publicFeedback: true,
    contents: [{ type: 'section_title', title: 'Partie' }, { type: 'text', text: 'Mots.' }] })
  await run(replaceByText, { resourceId, text, latest: await seen() })
  expect(await written(resourceId)).toEqual(before)
})

test('in a base it is its members who do so; on a resource, those who write it', async () => {
  const { as } = await world()
  const { baseId, administrator } = await aBase({ isPublic: false })
  const [member, stranger] = [await aPerson(), await aPerson()]
  await joins(member, baseId, administrator)
  const { resourceId } = await as(member).run(importText, { text: '# Note', baseId })
  await expect(as(stranger).run(importText, { text: '# Note', baseId })).rejects.toMatchObject({ status: 404 })
  const { baseId: open } = await aBase()
  await expect(as(stranger).run(importText, { text: '# Note', baseId: open })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(importText, { text: '# Note' })).rejects.toMatchObject({ status: 401 })
  await as(administrator).run(replaceByText, { resourceId, text: '# Note bis', latest: 1 })
  await expect(as(stranger).run(replaceByText, { resourceId, text: '# Ter', latest: 2 })).rejects.toMatchObject({ status: 404 })
  const shown = await aResource({ published: true })
  await expect(as(stranger).run(replaceByText, { resourceId: shown.resourceId, text: '# Ter',
    latest: 2 })).rejects.toMatchObject({ status: 403 })
})

test.each([
  ['bases.text-untitled', 'Sans titre.'],
  ['bases.text-unreadable', '<!-- sillage:resource {"heading": -->'],
  ['bases.text-unreadable', `# ${'x'.repeat(101)}`],
])('what cannot be read says why: %s', async (code, text) => {
  const { as } = await world()
  await expect(as(await aPerson()).run(importText, { text })).rejects.toMatchObject({ code, status: 422 })
})

test('a document of elsewhere becomes parts, and loses no word', () => {
  const state = readMarkdown(`\uFEFF---\r\ndescription: "Pour les débutants"\r\nlayout: page\r\n---\r\n# Mon *guide*\r\n
Un premier paragraphe, avec [un renvoi][site].

## Avant

- un
- deux

\`\`\`sh
## pas un titre
\`\`\`

| a | b |
|---|---|
| 1 | 2 |

[La page](https://example.fr/page)

![Un schéma](https://example.fr/schema.png)

### Détail

Fin.

[site]: https://example.fr "Le site"
`)
  expect(state.heading).toEqual({ title: 'Mon guide', description: 'Pour les débutants' })
  expect(state.contents.map(({ type, title, text, url, caption }) => [type, title ?? text ?? url, caption])).toEqual([
    ['text', 'Un premier paragraphe, avec [un renvoi][site].\n\n[site]: https://example.fr "Le site"', null],
    ['section_title', 'Avant', null],
    ['text', '- un\n- deux\n\n```sh\n## pas un titre\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |', null],
    ['link', 'https://example.fr/page', 'La page'], ['link', 'https://example.fr/schema.png', 'Un schéma'],
    ['text', '### Détail\n\nFin.', null],
  ])
})
