import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { configureStorage } from '#modules/files/api.ts'
import { contextOf } from '#modules/files/fixtures.ts'
import { aClient, aMember, anImport, anOrganisation, aSource, heading, members, people, storage, unique, world } from './fixtures.ts'
import { readImport } from './jobs/read-import.ts'
import { abandonImport } from './operations/abandon-import.ts'
import { showImport } from './operations/show-import.ts'
import { startImport } from './operations/start-import.ts'
import { undoImport } from './operations/undo-import.ts'
import { anAaf, aSiecle, latin9 } from './reader/xml.fixtures.ts'

const fileOf = async (id: string) => (await world()).db.selectFrom('files.file').select(['name', 'mime', 'state', 'reference_count']).where('id', '=', id).executeTakeFirstOrThrow()

test.each([
  ['UTF-16', Buffer.from(`\uFEFF${heading}1;Martin;Zoé;;;\n`, 'utf16le'), 'liste.csv', 'utf-16le', 'application/zip'],
  ['UTF-16 without its mark', Buffer.from(`${heading}1;Martin;Zoé;;;\n`, 'utf16le'), 'liste.csv', 'utf-16le', 'application/zip'],
  ['Windows-1252', Buffer.from(`${heading}1;Martin;Zoé;;;\n`, 'latin1'), 'liste.csv', 'windows-1252', 'text/csv'],
  ['JSON', JSON.stringify([{ identifiant: '1', nom: 'Martin', prénom: 'Zoé' }]), 'people.json', 'utf-8', 'text/plain'],
  ['AAF', latin9(anAaf()), 'ENT_Eleve_0000.xml', 'iso-8859-15', 'application/zip'],
])('%s goes through files, and is read as it was sent', async (_, bytes, name, encoding, mime) => {
  const { db } = await world()
  const place = await anOrganisation()
  const { importId, show } = await anImport(place, bytes, { name })
  expect(await show()).toMatchObject({ state: 'ready', encoding, fileName: name })
  const { file_id: fileId } = await db.selectFrom('provisioning.import').select('file_id').where('id', '=', importId).executeTakeFirstOrThrow()
  expect(await fileOf(fileId)).toMatchObject({ mime, state: 'ready', reference_count: 1 })
})

test('what is no list is refused, and says why', async () => {
  const { organisationId, manager } = await anOrganisation()
  const send = (bytes: Buffer | string, name: string) => aSource(organisationId, manager, bytes, name)
  await expect(send('', 'liste.csv')).rejects.toMatchObject({ code: 'files.empty' })
  await expect(send(Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00', 'latin1'), 'liste.csv')).rejects.toMatchObject({ code: expect.stringMatching(/^files\.type-/) })
  await expect(send('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'liste.pdf.csv')).rejects.toMatchObject({ code: 'files.type-mismatch' })
  await expect(send('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'liste.pdf')).rejects.toMatchObject({ code: expect.stringMatching(/^files\.type-|^provisioning\.not-a-list/) })
  await expect(send(Buffer.from('nom;prénom\n\u0001\u0002;b\n'), 'liste.csv')).rejects.toMatchObject({ code: 'files.type-mismatch' })
  configureStorage({ directory: storage, limits: { file: 2000 } })
  await expect(send(`${heading}${people(100, unique())}`, 'liste.csv')).rejects.toMatchObject({ code: 'files.too-large' })
  configureStorage({ directory: storage })
})

test('while the virus scanner does not answer the list waits; then it is read, or said to be refused', async () => {
  const { as, db, work, pools } = await world()
  const { organisationId, manager } = await anOrganisation()
  const scanner: { says?: 'clean' | 'infected' } = {}
  configureStorage({ directory: storage, scan: async (stream) => {
    stream.resume()
    if (!scanner.says) throw new Error('silent')
    return scanner.says
  } })
  const start = async () => {
    const sourceId = await aSource(organisationId, manager, heading + people(1, unique()), 'classe.csv')
    const { importId } = await as(manager).run(startImport, { organisationId, sourceId })
    await work()
    return { importId, sourceId }
  }
  const [one, other] = [await start(), await start()]
  expect(await fileOf(one.sourceId)).toMatchObject({ state: 'held', reference_count: 0 })
  const show = (importId: string) => as(manager).run(showImport, { importId })
  expect(await show(one.importId)).toMatchObject({ state: 'reading', reason: 'held', fileName: '' })
  const { rows: waiting } = await pools.owner.query(`select from graphile_worker.jobs where key like 'read-import:%' and run_at > now()`)
  expect(waiting).toHaveLength(2)
  await db.updateTable('files.file').set({ state: 'ready' }).where('id', '=', one.sourceId).execute()
  await db.updateTable('files.file').set({ state: 'refused', refusal: 'files.infected' }).where('id', '=', other.sourceId).execute()
  for (const { importId } of [one, other]) await execute(pools.worker, readImport, { importId, reading: 1 })
  expect(await show(one.importId)).toMatchObject({ state: 'ready', reason: null, fileName: 'classe.csv', verdicts: { create: 1 } })
  expect(await show(other.importId)).toMatchObject({ state: 'unreadable', reason: 'gone' })
  scanner.says = 'infected'
  await expect(aSource(organisationId, manager, heading, 'classe.csv')).rejects.toMatchObject({ code: 'files.infected' })
  configureStorage({ directory: storage })
})

test('nobody but who sent a list sees its file; it is let go with the end of its import', async () => {
  const { as, db } = await world()
  const place = await anOrganisation()
  const colleague = await aMember(place.organisationId, 'structure-manager')
  const { files } = await import('#modules/files/module.ts')
  const done = await anImport(place, heading + people(1, unique()))
  const { file_id: fileId } = await db.selectFrom('provisioning.import').select('file_id').where('id', '=', done.importId).executeTakeFirstOrThrow()
  const showFile = files.operations['showFile']!
  await expect(as(colleague).run(showFile, { fileId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await as(place.manager).run(showFile, { fileId })).toMatchObject({ state: 'ready' })
  expect(await fileOf(fileId)).toMatchObject({ reference_count: 1 })
  // What a colleague has sent is not hers to import.
  await expect(as(colleague).run(startImport, { organisationId: place.organisationId, sourceId: fileId })).rejects.toMatchObject({ code: 'provisioning.source-unknown' })
  await done.confirm()
  expect(await fileOf(fileId)).toMatchObject({ reference_count: 0 })
  const given = await anImport(place, heading + people(1, unique()))
  const { file_id: other } = await db.selectFrom('provisioning.import').select('file_id').where('id', '=', given.importId).executeTakeFirstOrThrow()
  await as(place.manager).run(abandonImport, { importId: given.importId })
  expect(await fileOf(other)).toMatchObject({ reference_count: 0 })
})

test('SIECLE: dry run, difference, import, departure, undo, as for a CSV; the file of another school is refused', async () => {
  const { as, db, work } = await world()
  const place = await anOrganisation()
  const mark = unique()
  const pupil = (at: number, more: object = {}) => ({ id: `${mark}${at}`, ine: `${mark}ine${at}`, name: `Nom${at}`, first: `Léa${at}`, codes: ['2DE4', '2LV2'], ...more })
  const first = await anImport(place, latin9(aSiecle([pupil(1), pupil(2), pupil(3, { name: '' })])), { name: 'ElevesSansAdresses.xml' })
  expect(await first.show()).toMatchObject({ format: 'siecle', syntax: 'xml', verdicts: { create: 2, invalid: 1 } })
  expect(await first.confirm()).toMatchObject({ outcomes: { created: 2 } })
  expect((await members(place.organisationId)).map(({ name }) => name).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['2DE4', '2DE4', '2LV2', '2LV2'])
  const second = await anImport(place, latin9(aSiecle([pupil(1), pupil(2, { left: '01/10/2025' })])), { name: 'ElevesSansAdresses.xml' })
  expect(await second.show()).toMatchObject({ verdicts: { same: 1, change: 0, leave: 1 }, departures: { count: 2, isMassive: true } })
  await second.confirm(2)
  expect(await members(place.organisationId)).toHaveLength(2)
  for (const importId of [second.importId, first.importId]) {
    await as(place.manager).run(undoImport, { importId })
    await work()
  }
  expect(await members(place.organisationId)).toEqual([])
  const other = await anOrganisation()
  await db.updateTable('organisations.organisation').set({ uai: '0589902Y' }).where('id', '=', other.organisationId).execute()
  expect(await (await anImport(place, latin9(aSiecle([pupil(9)])))).show()).toMatchObject({ state: 'unreadable', reason: 'establishment' })
  expect(await (await anImport(other, latin9(aSiecle([pupil(9)])))).show()).toMatchObject({ state: 'ready' })
})

test('a program sends under its own identifier, for its own imports', async () => {
  const { as } = await world()
  const { organisationId } = await anOrganisation()
  const [client, other] = [aClient(organisationId), aClient(organisationId)]
  const sourceId = await aSource(organisationId, client, heading + people(1, unique()))
  await expect(as(other).run(startImport, { organisationId, sourceId })).rejects.toMatchObject({ code: 'provisioning.source-unknown' })
  await as(client).run(startImport, { organisationId, sourceId })
  expect((await contextOf(await world(), client)).actor.id).toBeUndefined()
})
