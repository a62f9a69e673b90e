import { createHash } from 'node:crypto'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { cut } from '#modules/files/api.ts'
import { aFile, aPicture, contextOf, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { draftAt, draftOf } from '../draft/store.ts'
import { stateOf } from '../draft/draft.ts'
import { aBase, aPerson, aResource, joins, world } from '../fixtures.ts'
import { configureHarvest } from '../harvest/configuration.ts'
import { addContent } from '../operations/add-content.ts'
import { createCollection } from '../operations/create-collection.ts'
import { cropResourceImage } from '../operations/crop-resource-image.ts'
import { editContent } from '../operations/edit-content.ts'
import { findResources } from '../operations/find-resources.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { saveResource } from '../operations/save-resource.ts'
import { setResourceImage } from '../operations/set-resource-image.ts'
import { showResource } from '../operations/show-resource.ts'
import type { Report } from './bring.ts'
import { importResources } from './import-resources.ts'
import { manifestShape } from './shapes.ts'

temporaryStorage()
let address: string
beforeAll(async () => {
  configureHarvest({ origin: 'https://sillage.example.fr', name: 'Sillage', contact: 'contact@sillage.example.fr' })
  address = await served(await world())
})

/** Long enough not to look like a link that is all there is. */
const SENTENCE = 'Avant toute chose, installez-vous au calme avec la personne et demandez-lui ce qu’elle voudrait savoir faire. '
const BEFORE = SENTENCE.repeat(6).trim()
const ORIGIN = { origin: 'http://localhost:3000' }
const take = async (slug: string, person?: { id: string }) => {
  const response = await fetch(`${address}/mes-bases/${slug}/base.zip`, { headers: { 'x-person': person?.id ?? '' } })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const bring = async (body: Uint8Array<ArrayBuffer>, person: { id: string } | undefined, query: Record<string, string> = {}) => {
  const response = await fetch(`${address}/api/bases/packages?${new URLSearchParams(query)}`, {
    method: 'POST', body, headers: { ...ORIGIN, 'x-person': person?.id ?? '', 'content-type': 'application/zip' } })
  return { status: response.status, answer: await response.json() as Report & { code: string } }
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const manifestIn = (bytes: Uint8Array) => manifestShape.parse(JSON.parse(Buffer.from(unzipSync(bytes)['manifest.json']!).toString()))

/** A base with all that a resource may hold: published and changed since, a draft, a link between two, a picture, a file, a collection. */
const aFullBase = async () => {
  const there = await world()
  const { as } = there
  const base = await aBase({ title: 'À emporter' })
  const author = base.administrator
  const { run } = as(author)
  const first = await aResource({ author, baseId: base.baseId, title: 'Première <fiche> & *notice*',
    text: 'Ligne 1\r\nLigne 2\n\n<!-- sillage:content {} -->\n\\<!-- sillage:x -->\n', published: true })
  const picture = await aFile(there, { uploadedBy: author, name: 'dessin.png', bytes: await aPicture(400, 300).png().toBuffer() })
  const { resourceId, contentId, contentVersion } = await aResource({ author, baseId: base.baseId, title: 'Seconde', text: BEFORE })
  await run(addContent, { resourceId, type: 'section_title', title: 'Une --> partie' })
  await run(addContent, { resourceId, type: 'image', fileId: picture, alt: 'Un dessin', caption: 'Légende' })
  const { version } = await run(setResourceImage, { resourceId, version: 0, fileId: picture, alt: 'Le même' })
  const part = await cut(await contextOf(there, author), picture, { x: 0, y: 0, width: 320, height: 180 })
  await run(cropResourceImage, { resourceId, version, fileId: part, x: 0, y: 0, width: 320 })
  await run(addContent, { resourceId, type: 'file', fileId: await aFile(there, { uploadedBy: author }) })
  await run(addContent, { resourceId, type: 'link', url: 'https://example.fr/a?b=c&d', caption: 'Un site' })
  await run(addContent, { resourceId, type: 'linked_resource', linkedResourceId: first.resourceId })
  await run(publishResource, { resourceId })
  await run(editContent, { resourceId, contentId, version: contentVersion, type: 'text', text: 'Après\n' })
  await aResource({ author, baseId: base.baseId, title: 'Encore un brouillon' })
  const { collectionId } = await run(createCollection, { title: 'À lire', isPublic: true, baseId: base.baseId })
  await run(saveResource, { resourceId, collectionId })
  return { base, author }
}

/** What is written and what is read in a base, by title, without the identifiers that an import gives anew. */
const wordsOf = async (baseId: string) => {
  const { db } = await world()
  const rows = await db.selectFrom('bases.resource').selectAll().where('base_id', '=', baseId).execute()
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const checksums = new Map((await db.selectFrom('files.file').select(['id', 'checksum']).execute())
    .map(({ id, checksum }) => [id, checksum]))
  const contents = async (id: string) => (await db.selectFrom('bases.content').selectAll().where('resource_id', '=', id)
    .orderBy('position').execute())
    .map(({ id: _id, resource_id: _resource, file_id, linked_resource_id, ...words }) =>
      ({ ...words, file: checksums.get(file_id), linked: titles.get(linked_resource_id) }))
  const all = await Promise.all(rows.map(async (row) => {
    const { draft, changed } = await draftOf({ db } as never, row.id)
    const { image, contents: written, ...state } = stateOf(draft)
    return {
      ...state, changed,
      image: { ...image, fileId: checksums.get(image.fileId), crop: image.crop && { ...image.crop, fileId: checksums.get(image.crop.fileId) } },
      written: written.map(({ id: _id, fileId, linkedResourceId, ...words }) =>
        ({ ...words, file: checksums.get(fileId), linked: titles.get(linkedResourceId) })),
      read: await contents(row.id), title: row.title, isPublic: row.is_public, isOpen: row.is_open, licence: row.licence,
        createdAt: row.created_at,
      publishedAt: row.published_at, lastPublishedAt: row.last_published_at,
    }
  }))
  return all.toSorted((one, other) => one.heading.title.localeCompare(other.heading.title))
}

test('a base leaves whole and comes back whole, what is written, what is read and its files', async () => {
  const { base, author } = await aFullBase()
  const { status, bytes } = await take(base.slug, author)
  expect(status).toBe(200)
  const manifest = manifestIn(bytes)
  expect(manifest.resources).toHaveLength(3)
  for (const { path, sha256: told } of manifest.files) expect(sha256(unzipSync(bytes)[path]!)).toBe(told)
  const newcomer = await aPerson()
  const planned = await bring(bytes.slice(), newcomer)
  expect(planned.answer).toMatchObject({
    base: { title: 'À emporter', isNew: true, baseId: null }, resources: { new: 3, known: 0, published: 2, drafts: 1 }, collections: 1,
      files: { count: 3 }, rejected: [],
  })
  expect((await (await world()).db.selectFrom('bases.imported_name').selectAll().execute())).toEqual([])
  const { answer } = await bring(bytes.slice(), newcomer, { confirm: 'true' })
  expect(answer).toMatchObject({ base: { isNew: true }, collections: 1, rejected: [], notPublished: [] })
  expect(await wordsOf(answer.base.baseId!)).toEqual(await wordsOf(base.baseId))
  const { as, db } = await world()
  const found = await as().run(findResources, { baseId: answer.base.baseId! })
  expect(found.resources).toHaveLength(2)
  const shown = await as().run(showResource, { slug: found.resources.find(({ title }) => title === 'Seconde')!.slug })
  expect(shown).toMatchObject({ contents: [{ html: `<p>${BEFORE}</p>\n` }, {}, { file: { mime: 'image/webp' } }, {}, {},
    { linked: { title: 'Première <fiche> & *notice*' } }] })
  const held = await db.selectFrom('bases.collection_resource as held').innerJoin('bases.collection as one', 'one.id', 'held.collection_id')
    .select('held.resource_id').where('one.base_id', '=', answer.base.baseId).execute()
  expect(held).toHaveLength(1)
  const again = await bring(bytes.slice(), newcomer, { confirm: 'true', baseId: answer.base.baseId! })
  expect(again.answer).toMatchObject({ base: { isNew: false }, resources: { new: 0, known: 3 }, collections: 0, files: { count: 0 } })
  expect(await wordsOf(answer.base.baseId!)).toHaveLength(3)
  const second = await take(answer.base.slug!, newcomer)
  expect(manifestIn(second.bytes).files.map((file) => file.sha256).toSorted()).toEqual(manifest.files.map((file) => file.sha256).toSorted())
})

test('the events of what came replay to its draft', async () => {
  const { base, author } = await aFullBase()
  const { answer } = await bring((await take(base.slug, author)).bytes.slice(), author, { confirm: 'true' })
  const { db } = await world()
  for (const { id } of await db.selectFrom('bases.resource').select('id').where('base_id', '=', answer.base.baseId).execute()) {
    const { draft, sequence } = await draftOf({ db } as never, id)
    expect(await draftAt({ db } as never, id, sequence)).toEqual(draft)
  }
})

test('only those who administer a base take it away, or bring something into it; who does not see it does not find it', async () => {
  const writer = await aPerson()
  const base = await aBase({ isPublic: false })
  await joins(writer, base.baseId, base.administrator)
  const stranger = await aPerson()
  expect([(await take(base.slug, base.administrator)).status, (await take(base.slug, writer)).status,
    (await take(base.slug, stranger)).status]).toEqual([200, 403, 404])
  const { bytes } = await take(base.slug, base.administrator)
  const into = { baseId: base.baseId, confirm: 'true' }
  expect((await bring(bytes.slice(), writer, into)).status).toBe(403)
  expect((await bring(bytes.slice(), stranger, into)).status).toBe(404)
  expect((await bring(bytes.slice(), undefined)).status).toBe(401)
})

const packageWith = async (change: (entries: Zippable) => void) => {
  const { base, author } = await aFullBase()
  const entries: Zippable = unzipSync((await take(base.slug, author)).bytes)
  change(entries)
  return { author, bytes: zipSync(entries) }
}

test('a file that was altered, and a resource that is too long, are left aside with their reason; the others come', async () => {
  const { author, bytes } = await packageWith((entries) => {
    const file = Object.keys(entries).find((name) => name.endsWith('.pdf'))
    entries[file!] = Buffer.from('%PDF-1.4 autre chose')
    const draft = Object.entries(entries).find(([, text]) => Buffer.from(text as Uint8Array).toString().includes('Encore un brouillon'))
    entries[draft![0]] = Buffer.from(Buffer.from(draft![1] as Uint8Array).toString().replaceAll('Encore un brouillon', 'x'.repeat(101)))
  })
  const { answer } = await bring(bytes, author)
  expect(answer.resources).toMatchObject({ inPackage: 3, new: 1 })
  expect(answer.rejected.map(({ reason }) => reason).toSorted()).toEqual([
    expect.stringMatching(/^The file .* is missing, or is not the one/), expect.stringContaining('heading.title'),
  ])
})

test.each<[string, (entries: Zippable) => void]>([
  ['bases.package-name', (entries) => { entries['../evil.md'] = new Uint8Array(1) }],
  ['bases.package-name', (entries) => { entries['resources/autre.html'] = new Uint8Array(1) }],
  ['bases.package-broken', (entries) => { delete entries['manifest.json'] }],
  ['bases.package-manifest', (entries) => { entries['manifest.json'] = Buffer.from('{"format":"sillage-base","version":2}') }],
  ['bases.package-too-large', (entries) => { entries['files/00000000-0000-7000-8000-000000000000.pdf'] = new Uint8Array(3_000_000) }],
])('an archive that is not one of ours is refused: %s', async (code, change) => {
  const { author, bytes } = await packageWith(change)
  expect((await bring(bytes, author)).answer.code).toBe(code)
})

test('what is no archive is refused', async () => {
  expect((await bring(Buffer.from('bonjour'), await aPerson())).answer.code).toBe('bases.package-broken')
})

test('who administers a base alone writes what a package holds; what was written before is left as it is', async () => {
  const { as, db } = await world()
  const { baseId, administrator } = await aBase({ isPublic: false })
  const [writer, stranger] = [await aPerson(), await aPerson()]
  await joins(writer, baseId, administrator)
  const collections = [{ id: '00000000-0000-7000-8000-000000000001', title: 'À lire', description: '', isPublic: false, resources: [] }]
  const given = { baseId, resources: [], collections }
  await expect(as(writer).run(importResources, given)).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(importResources, given)).rejects.toMatchObject({ status: 404 })
  await expect(as().run(importResources, given)).rejects.toMatchObject({ status: 404 })
  expect(await as(administrator).run(importResources, given)).toEqual({ resources: [], collections: 1 })
  expect(await as(administrator).run(importResources, given)).toEqual({ resources: [], collections: 0 })
  expect(await db.selectFrom('bases.collection').select('title').where('base_id', '=', baseId).execute()).toEqual([{ title: 'À lire' }])
})
