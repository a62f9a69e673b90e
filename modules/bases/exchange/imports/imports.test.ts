import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { execute } from '#kernel/fact/execution.ts'
import { zipSync, unzipSync, type Zippable } from 'fflate'
import { aFile, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, joins, world } from '../../fixtures.ts'
import { configureHarvest } from '../../harvest/configuration.ts'
import { addContent } from '../../operations/add-content.ts'
import { publishResource } from '../../operations/publish-resource.ts'
import { removeBaseMember } from '../../operations/remove-base-member.ts'
import { showBase } from '../../operations/show-base.ts'
import { abandonPackageImport } from './abandon-package-import.ts'
import { bringGivenPackage } from './bring-package.ts'
import { confirmPackageImport } from './confirm-package-import.ts'
import { listPackageImports } from './list-package-imports.ts'
import { showPackageImport } from './show-package-import.ts'
import { startPackageImport } from './start-package-import.ts'

temporaryStorage()
let address: string
beforeAll(async () => {
  configureHarvest({ origin: 'https://sillage.example.fr', name: 'Sillage', contact: 'contact@sillage.example.fr' })
  address = await served(await world())
})

/** The archive of a base of two published resources, one of which has a file, and of a draft. */
const anArchive = async ({ isPublic = true, change }: { isPublic?: boolean; change?: (entries: Zippable) => void } = {}) => {
  const there = await world()
  const { baseId, slug, administrator } = await aBase({ title: 'À emporter', isPublic })
  const { resourceId } = await aResource({ author: administrator, baseId, title: 'Une' })
  await there.as(administrator).run(addContent, { resourceId, type: 'file', fileId: await aFile(there, { uploadedBy: administrator }) })
  await there.as(administrator).run(publishResource, { resourceId })
  await aResource({ author: administrator, baseId, title: 'Deux', published: true })
  await aResource({ author: administrator, baseId, title: 'Encore un brouillon' })
  const answer = await fetch(`${address}/mes-bases/${slug}/base.zip`, { headers: { 'x-person': administrator.id } })
  const entries: Zippable = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  change?.(entries)
  return Buffer.from(zipSync(entries))
}

const given = async (person: { id: string }, bytes: Buffer, baseId: string | null = null) => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: person, name: 'base.zip', bytes })
  const { importId } = await there.as(person).run(startPackageImport, { fileId, baseId })
  await there.work()
  return importId
}
const shown = async (person: { id: string }, importId: string) => (await world()).as(person).run(showPackageImport, { importId })
const titles = async (baseId: string) => (await (await world()).db.selectFrom('bases.resource as one').innerJoin('bases.draft as draft',
  'draft.resource_id', 'one.id')
  .select(['one.title', 'one.created_by']).where('one.base_id', '=', baseId).orderBy('one.title').execute())

test('an archive says what it would do, then opens a base of its person, private as it was, and tells them', async () => {
  const { as, work, db } = await world()
  const person = await aPerson()
  const importId = await given(person, await anArchive({ isPublic: false }))
  const ready = await shown(person, importId)
  expect(ready).toMatchObject({
    state: 'ready', fileName: 'base.zip', isNew: true, base: null,
    report: { resources: { new: 3, known: 0, published: 2, drafts: 1 }, files: { count: 1 }, rejected: [] },
  })
  expect(new Map(ready.report!.lines.map(({ title, isPublished }) => [title, isPublished])))
    .toEqual(new Map([['Deux', true], ['Encore un brouillon', false], ['Une', true]]))
  expect(await db.selectFrom('bases.base').select('id').where('created_by', '=', person.id).execute()).toEqual([])
  await as(person).run(confirmPackageImport, { importId })
  await work()
  const done = await shown(person, importId)
  expect(done).toMatchObject({ state: 'done', brought: 3, base: { title: 'À emporter' }, report: { base: { isNew: true },
    notPublished: [] } })
  const base = await as(person).run(showBase, { slug: done.base!.slug })
  expect(base).toMatchObject({ isPublic: false })
  const { rows } = await (await world()).pools.owner.query(`select params from notifications.notification where kind = 'bases.package-brought' and person_id = $1`, [person.id])
  expect(rows).toMatchObject([{ params: { title: 'À emporter', resources: 3, failed: false } }])
  await expect(as(person).run(confirmPackageImport, { importId })).rejects.toMatchObject({ code: 'bases.import-not-ready' })
  expect(await db.selectFrom('files.reference').select('holder').where('holder', 'like', 'bases.package-import:%').execute()).toEqual([])
})

test('the same archive twice into a base brings nothing twice; what it wrote is of who confirmed, under their entry of the trace',
  async () => {
  const { as, work, db } = await world()
  const { baseId, administrator } = await aBase()
  const bytes = await anArchive()
  for (const known of [0, 3]) {
    const importId = await given(administrator, bytes, baseId)
    expect((await shown(administrator, importId)).report!.resources).toMatchObject({ known, new: 3 - known })
    await as(administrator).run(confirmPackageImport, { importId })
    await work()
    expect(await shown(administrator, importId)).toMatchObject({ state: 'done', isNew: false })
  }
  const brought = await titles(baseId)
  expect(brought).toHaveLength(3)
  expect(new Set(brought.map(({ created_by }) => created_by))).toEqual(new Set([administrator.id]))
  const entries = await db.selectFrom('audit.change as change').innerJoin('audit.entry as entry', 'entry.id', 'change.entry_id')
    .innerJoin('bases.resource as one', (join) => join.on(sql<boolean>`one.id::text = change.row_id::text`)).select('entry.operation')
      .distinct()
    .where('change.table_name', '=', 'bases.resource').where('change.action', 'ilike', 'insert').where('one.base_id', '=', baseId).execute()
  expect(entries).toEqual([{ operation: 'bases.confirmPackageImport' }])
})

test('what cannot come is told with its title and its reason; an archive that is none is unreadable', async () => {
  const person = await aPerson()
  const importId = await given(person, await anArchive({ change: (entries) => {
    const [name, bytes] = Object.entries(entries).find(([, text]) => Buffer.from(text as Uint8Array).toString()
      .includes('Encore un brouillon'))!
    entries[name] = Buffer.from(Buffer.from(bytes as Uint8Array).toString().replaceAll('Encore un brouillon',
      `Encore un brouillon ${'x'.repeat(100)}`))
    delete entries[Object.keys(entries).find((one) => one.endsWith('.pdf'))!]
  } }))
  const { report } = await shown(person, importId)
  expect(report!.resources).toMatchObject({ inPackage: 3, new: 1 })
  expect(report!.rejected.map(({ code, place, title }) => ({ code, place, title: title?.slice(0, 19) })).toSorted((one,
    other) => one.code < other.code ? -1 : 1)).toEqual([
    { code: 'altered', place: null, title: 'Une' }, { code: 'invalid', place: 'heading.title', title: 'Encore un brouillon' },
  ])
  const broken = await given(person, Buffer.from(zipSync({ 'autre.txt': Buffer.from('x') })))
  expect(await shown(person, broken)).toMatchObject({ state: 'unreadable', reason: 'bases.package-name' })
})

test('cut after the base was opened, it goes on there; whose right ended meanwhile, nothing is written', async () => {
  const { as, db, pools, work } = await world()
  const person = await aPerson()
  const importId = await given(person, await anArchive())
  await as(person).run(confirmPackageImport, { importId })
  await work()
  const { base } = await shown(person, importId)
  await db.updateTable('bases.package_import').set({ state: 'bringing', file_id: (await aFile(await world(), { uploadedBy: person,
    name: 'b.zip', bytes: await anArchive() })) })
    .where('id', '=', importId).execute()
  await execute(pools.worker, bringGivenPackage, { importId })
  const again = await shown(person, importId)
  expect(again).toMatchObject({ state: 'done', base })

  const { baseId, administrator } = await aBase()
  const other = await aPerson()
  await joins(other, baseId, administrator, 'administrator')
  const second = await given(other, await anArchive(), baseId)
  await as(other).run(confirmPackageImport, { importId: second })
  await as(administrator).run(removeBaseMember, { baseId, personId: other.id })
  await work()
  expect(await shown(other, second)).toMatchObject({ state: 'failed', reason: 'forbidden' })
  expect(await titles(baseId)).toEqual([])
})

test('only who administers the base brings into it; an import is its person’s; it may be given up', async () => {
  const { as, db } = await world()
  const there = await world()
  const { baseId, administrator } = await aBase({ isPublic: false })
  const [writer, stranger] = [await aPerson(), await aPerson()]
  await joins(writer, baseId, administrator)
  const bytes = await anArchive()
  const fileOf = (person: { id: string }) => aFile(there, { uploadedBy: person, name: 'base.zip', bytes })
  await expect(as(writer).run(startPackageImport, { fileId: await fileOf(writer), baseId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(startPackageImport, { fileId: await fileOf(stranger), baseId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(startPackageImport, { fileId: await fileOf(stranger) })).rejects.toMatchObject({ status: 401 })
  await expect(as(stranger).run(startPackageImport, { fileId: await fileOf(writer) })).rejects.toMatchObject({ code: 'bases.no-file' })
  const importId = await given(writer, bytes)
  for (const operation of [showPackageImport, confirmPackageImport, abandonPackageImport]) {
    await expect(as(stranger).run(operation, { importId })).rejects.toMatchObject({ status: 404 })
    await expect(as().run(operation, { importId })).rejects.toMatchObject({ status: 404 })
  }
  expect((await as(writer).run(listPackageImports, {})).imports).toMatchObject([{ id: importId, state: 'ready' }])
  expect((await as(stranger).run(listPackageImports, {})).imports).toEqual([])
  expect((await as(administrator).run(listPackageImports, {})).bases).toMatchObject([{ id: baseId }])
  await expect(as().run(listPackageImports, {})).rejects.toMatchObject({ status: 401 })
  await as(writer).run(abandonPackageImport, { importId })
  expect(await db.selectFrom('bases.package_import').select('id').where('id', '=', importId).execute()).toEqual([])
})
