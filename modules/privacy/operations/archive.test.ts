import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { execute } from '#kernel/fact/execution.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { sentencesOf } from '#kernel/operation/module.ts'
import { receive } from '#modules/files/api.ts'
import { Readable } from 'node:stream'
import { endArchives, makeArchive } from '../archive/jobs.ts'
import { aPerson, provedPerson, world } from '../fixtures.ts'
import { unzipped } from '../archive/unzipped.fixtures.ts'
import { requestArchive } from './request-archive.ts'
import { showMyData } from './show-my-data.ts'

const there = await world()
const { as, work, db, pools, engine, modules } = there

/** The routes behind a real server, as one person. */
const served = async (actor: Actor) => {
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1' })
  const app = await createServer({ config, log: createLog('silent'), readActor: async () => actor,
    sentences: sentencesOf(modules) })
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  return app
}
const download = async (actor: Actor, archiveId: string) => {
  const app = await served(actor)
  const answer = await app.inject({ url: `/me/archives/${archiveId}/mes-donnees.zip` })
  await app.close()
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}

const anArchive = async (given: Parameters<typeof aPerson>[0] = {}) => {
  const person = await aPerson(given)
  const proved = provedPerson(person)
  const { archiveId } = await as(proved).run(requestArchive, {})
  return { person, proved, archiveId }
}

test('a person takes away all that is held on them: to read, for programs, and their files', async () => {
  const person = await aPerson({ firstName: 'Zoé', lastName: 'L’Hôte <b>', about: 'Deux\nlignes & <script>alert(1)</script>' })
  const other = await aPerson({ firstName: 'Secret', lastName: 'Autre' })
  const proved = provedPerson(person)
  const context = engine.context({ actor: proved, origin: { request: 'test' } })
  for (const name of ['Lettre.txt', 'Lettre.txt', '../évasion.txt']) {
    await receive(context, { name, stream: Readable.from([Buffer.from(`contenu de ${name}`)]), purpose: 'file' })
  }
  const { archiveId } = await as(proved).run(requestArchive, {})
  expect((await as(proved).run(showMyData, {})).archive).toMatchObject({ archiveId, state: 'asked', endsAt: null })
  await work()
  const { archive } = await as(proved).run(showMyData, {})
  expect(archive).toMatchObject({ state: 'ready', endsAt: expect.any(String), size: expect.any(Number) })
  expect(there.lettersTo(person.email)).toMatchObject([{ subject: 'Vos données sur Sillage sont prêtes',
    text: expect.stringContaining('/mes-donnees') }])

  const { status, headers, bytes } = await download(proved, archiveId)
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store', 'content-length': String(bytes.length) })
  const files = unzipped(bytes)
  expect([...files.keys()].toSorted()).toEqual(['donnees.json', 'fichiers/Lettre-2.txt', 'fichiers/Lettre.txt', 'fichiers/évasion.txt',
    'index.html', 'schema.json'].toSorted())
  expect(files.get('fichiers/Lettre.txt')!.toString()).toBe('contenu de Lettre.txt')
  const data = JSON.parse(files.get('donnees.json')!.toString())
  expect(data).toMatchObject({ format: 'sillage-personal-data', personId: person.id, tables: {
    'identity.person': [{ first_name: 'Zoé', last_name: 'L’Hôte <b>' }], 'identity.address': [{ email: person.email }],
    'privacy.archive': [{ id: archiveId, state: 'asked' }], 'privacy.deletion': [],
  } })
  expect(data.tables['files.file']).toHaveLength(3)
  expect(JSON.stringify(data)).not.toContain(other.id)
  const schema = JSON.parse(files.get('schema.json')!.toString())
  expect(Object.keys(schema.properties.tables.properties)).toEqual(Object.keys(data.tables))
  for (const [table, rows] of Object.entries(data.tables) as [string, object[]][]) {
    const described = Object.keys(schema.properties.tables.properties[table].items.properties).toSorted()
    for (const row of rows) expect(Object.keys(row).toSorted(), table).toEqual(described)
  }
  const page = files.get('index.html')!.toString()
  expect(page).toContain('<html lang="fr">')
  expect(page).toContain('Vos adresses électroniques')
  expect(page).toContain('C’est noté : vous recevrez un courriel')
  expect(page).not.toMatch(/<dt>(salt|xid)</)
  expect(page).toContain('Deux<br>lignes &amp; &lt;script&gt;')
  expect(page).not.toMatch(/<script|src=|http:|url\(/)
  for (const [, path] of page.matchAll(/href="(fichiers[^"]+)"/g)) expect(files.has(decodeURIComponent(path!)), path).toBe(true)
})

test('the archive is worth nothing where it is kept, and a byte that changed is not given', async () => {
  const { proved, archiveId } = await anArchive({ firstName: 'Unique-Prénom' })
  await work()
  const { bytes } = await download(proved, archiveId)
  expect(unzipped(bytes).get('index.html')!.toString()).toContain('Unique-Prénom')
  const kept = await readFile(join(there.data, 'files/archives', archiveId))
  expect(kept).toHaveLength(bytes.length)
  expect(kept.includes('index.html')).toBe(false)
  const { secret } = await db.selectFrom('privacy.archive').select('secret').where('id', '=', archiveId).executeTakeFirstOrThrow()
  expect(secret).toMatch(/^1\.[0-9a-f-]{36}\./)
  // A byte that changed is not given: the answer breaks.
  kept[20]! ^= 1
  await writeFile(join(there.data, 'files/archives', archiveId), kept)
  await expect(download(proved, archiveId)).rejects.toThrow(/destroyed|aborted|authenticate|closed|hang up/)
})

test('it is for oneself, proved recently, while the link lasts; anyone else does not find it', async () => {
  const { person, proved, archiveId } = await anArchive()
  expect((await download(proved, archiveId)).status).toBe(404)
  await work()
  expect((await download(provedPerson(await aPerson()), archiveId)).status).toBe(404)
  expect((await download({ id: undefined, grants: [], timeZone: 'Europe/Paris' }, archiveId)).status).toBe(401)
  expect((await download(provedPerson(person, 16), archiveId)).status).toBe(403)
  expect((await download(proved, v7())).status).toBe(404)
  expect((await download(proved, archiveId)).status).toBe(200)
  const entries = await db.selectFrom('audit.entry').select(['outcome', 'operation']).where('target', '=', archiveId).execute()
  expect(entries).toContainEqual({ outcome: 'done', operation: 'privacy.openArchive' })
  await db.updateTable('privacy.archive').set({ ends_at: new Date(Date.now() - 1000).toISOString() }).where('id', '=', archiveId).execute()
  expect((await download(proved, archiveId)).status).toBe(404)
  expect((await as(proved).run(showMyData, {})).archive).toBeNull()
  await execute(pools.worker, endArchives, {})
  expect(await db.selectFrom('privacy.archive').select(['state', 'secret']).where('id', '=', archiveId).execute())
    .toEqual([{ state: 'ended', secret: null }])
  await expect(readFile(join(there.data, 'files/archives', archiveId))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('one at a time; another replaces the one that is ready; a visitor and an old proof are refused', async () => {
  const { person, proved, archiveId } = await anArchive()
  await expect(as(proved).run(requestArchive, {})).rejects.toMatchObject({ code: 'privacy.archive-asked' })
  await expect(as().run(requestArchive, {})).rejects.toMatchObject({ status: 401 })
  await expect(as(provedPerson(person, 16)).run(requestArchive, {})).rejects.toMatchObject({ code: 'proof-required', status: 403 })
  await expect(as(person).run(requestArchive, {})).rejects.toMatchObject({ code: 'proof-required' })
  await work()
  const again = await as(proved).run(requestArchive, {})
  expect((await download(proved, archiveId)).status).toBe(404)
  await work()
  expect((await download(proved, again.archiveId)).status).toBe(200)
  const twice = await aPerson()
  const both = await Promise.allSettled([1, 2].map(() => as(provedPerson(twice)).run(requestArchive, {})))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a request that fails for a day makes room for another; one that comes late makes nothing', async () => {
  const { proved, archiveId } = await anArchive()
  await db.updateTable('privacy.archive').set({ asked_at: new Date(Date.now() - 90_000_000).toISOString() }).where('id', '=', archiveId)
    .execute()
  await execute(pools.worker, endArchives, {})
  expect((await as(proved).run(showMyData, {})).archive).toMatchObject({ state: 'failed' })
  await execute(pools.worker, makeArchive, { archiveId })
  expect((await as(proved).run(showMyData, {})).archive).toMatchObject({ state: 'failed' })
  await as(proved).run(requestArchive, {})
})

test('the worker reads all of a person while they ask for it, and of nobody else', async () => {
  const { archiveId } = await anArchive()
  const rows = (id: string) => pools.worker.query('select * from privacy.rows_of($1)', [id])
  expect((await rows(archiveId)).rows.length).toBeGreaterThan(2)
  await work()
  await expect(rows(archiveId)).rejects.toMatchObject({ code: 'P0002' })
  await expect(pools.portal.query('select * from privacy.rows_of($1)', [archiveId])).rejects.toMatchObject({ code: '42501' })
  await expect(pools.worker.query(`insert into privacy.statement values ('export', 9999, 'x', 'select 1')`)).rejects
    .toMatchObject({ code: '42501' })
})
