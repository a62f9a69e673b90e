import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Client } from 'pg'
import { v7 } from '#kernel/id.ts'
import { expect, onTestFinished, test } from 'vitest'
import { module } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { blindIndex, blindIndexes, configureSecrets, masterKeys, open, partsOf, seal } from '#modules/secrets/api.ts'
import { secrets } from '#modules/secrets/module.ts'
import { reencrypt, renewDataKeys, retire, rewrap, sealedColumns } from './rotation.ts'

// A module made for this test: a secret of the platform, and a number of an organisation that one searches.
const folder = mkdtempSync(join(tmpdir(), 'sillage-vault-'))
mkdirSync(join(folder, 'tables'))
writeFileSync(join(folder, 'tables/0001-vault.sql'), `
  create table vault.secret (id uuid primary key, text secrets.sealed);
  create table vault.file (organisation_id uuid, number integer, nir secrets.sealed not null, nir_index secrets.blind_index not null,
    primary key (organisation_id, number));`)
const world = worldOf(module({ name: 'vault', needs: [secrets], folder: relative(join(import.meta.dirname, '..'), folder) }))

const aMaster = () => randomBytes(32).toString('base64')
const setting = async (text = aMaster()) => {
  const { db, address, pools } = await world()
  const client = new Client(address('sillage_owner'))
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('truncate secrets.data_key, vault.secret, vault.file')
  const withKeys = (masters: string) => configureSecrets(masterKeys(masters), pools.portal)
  withKeys(text)
  return { db, client, withKeys, text, masters: masterKeys(text) }
}
type There = Awaited<ReturnType<typeof setting>>

const aSecret = async ({ db }: There, text: string) => {
  const id = v7()
  await db.insertInto('vault.secret').values({ id, text: await seal(text, { table: 'vault.secret', column: 'text', row: id }) }).execute()
  return id
}
const aFile = async ({ db }: There, organisation: string, number: number, nir: string) => {
  const column = { table: 'vault.file', column: 'nir', organisation }
  const values = { organisation_id: organisation, number, nir: await seal(nir, { ...column, row: `${organisation}/${number}` }),
    nir_index: await blindIndex(nir, column) }
  await db.insertInto('vault.file').values(values).execute()
}
const secretOf = async ({ db }: There, id: string) => {
  const { text } = await db.selectFrom('vault.secret').select('text').where('id', '=', id).executeTakeFirstOrThrow()
  return { text: String(text), plain: await open(String(text), { table: 'vault.secret', column: 'text', row: id }) }
}
const found = async ({ db }: There, organisation: string, nir: string) => {
  const indexes = await blindIndexes(nir, { table: 'vault.file', column: 'nir', organisation })
  const rows = await db.selectFrom('vault.file').selectAll().where('organisation_id', '=', organisation).where('nir_index', 'in', indexes)
    .execute()
  return Promise.all(rows.map((row) => open(String(row['nir']), { table: 'vault.file', column: 'nir',
    row: `${organisation}/${row['number']}`, organisation })))
}

test('sealed columns are found by their type, with their key, their organisation and their blind index', async () => {
  const { client } = await setting()
  expect((await sealedColumns(client)).filter(({ table }) => table.startsWith('vault.'))).toEqual([
    { table: 'vault.file', column: 'nir', key: [{ name: 'organisation_id', type: 'uuid' }, { name: 'number', type: 'integer' }],
      hasOrganisation: true, hasIndex: true },
    { table: 'vault.secret', column: 'text', key: [{ name: 'id', type: 'uuid' }], hasOrganisation: false, hasIndex: false },
  ])
})

test('master keys rotate: the new one first, data keys wrapped anew, then the old one goes; rows are not touched', async () => {
  const there = await setting()
  const id = await aSecret(there, 'secret')
  await aFile(there, v7(), 1, '185')
  const before = (await secretOf(there, id)).text
  const next = aMaster()
  there.withKeys(`${next},${there.text}`)
  expect(await secretOf(there, id)).toEqual({ text: before, plain: 'secret' })
  expect(await rewrap(there.client, masterKeys(`${next},${there.text}`))).toBe(2)
  expect(await rewrap(there.client, masterKeys(`${next},${there.text}`))).toBe(0)
  there.withKeys(next)
  expect(await secretOf(there, id)).toEqual({ text: before, plain: 'secret' })
  there.withKeys(there.text)
  await expect(secretOf(there, id)).rejects.toMatchObject({ code: 'SECRET_KEY' })
})

test('a master key that is missing stops the rotation before anything is lost', async () => {
  const there = await setting()
  const id = await aSecret(there, 'secret')
  await expect(rewrap(there.client, masterKeys(aMaster()))).rejects.toMatchObject({ code: 'SECRET_KEY' })
  expect((await secretOf(there, id)).plain).toBe('secret')
})

test('data keys rotate in batches: half done, everything opens and is found; run again, it ends; then the old keys go', async () => {
  const there = await setting()
  const [one, two] = [v7(), v7()]
  const ids = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => aSecret(there, text)))
  for (const organisation of [one, two]) for (const number of [1, 2, 3]) await aFile(there, organisation, number, `nir ${number}`)
  expect(await renewDataKeys(there.client, there.masters)).toBe(3)
  there.withKeys(there.text)
  expect(await found(there, one, 'nir 2')).toEqual(['nir 2'])

  // Stopped by a failure after the first batch of the second column.
  let batches = 0
  const failing = reencrypt(there.client, there.masters, 2, () => { if (++batches === 5) throw new Error('stopped') })
  await expect(failing).rejects.toThrow('stopped')
  const { id: newest } = await there.db.selectFrom('secrets.data_key').select('id').where('organisation_id', 'is', null).orderBy('id',
    'desc').executeTakeFirstOrThrow()
  const renewed = async () => (await Promise.all(ids.map((id) => secretOf(there, id)))).filter(({ text }) =>
    partsOf(text).keyId === newest).length
  expect([0, 5]).not.toContain(await renewed())
  expect((await Promise.all(ids.map((id) => secretOf(there, id)))).map(({ plain }) => plain)).toEqual(['a', 'b', 'c', 'd', 'e'])
  for (const organisation of [one, two]) for (const number of [1, 2, 3]) expect(await found(there, organisation, `nir ${number}`))
    .toEqual([`nir ${number}`])
  expect(await found(there, one, 'nir 9')).toEqual([])

  const left = await reencrypt(there.client, there.masters, 2)
  expect(left.flatMap(({ broken }) => broken)).toEqual([])
  expect(await renewed()).toBe(5)
  expect((await reencrypt(there.client, there.masters)).map(({ renewed: count }) => count)).toEqual([0, 0])
  // Not yet: a process may still write with them for a minute.
  expect(await retire(there.client)).toBe(0)
  await there.client.query(`update secrets.data_key set created_at = created_at - interval '2 days'`)
  expect(await retire(there.client)).toBe(3)
  there.withKeys(there.text)
  expect((await secretOf(there, ids[0]!)).plain).toBe('a')
  expect(await found(there, two, 'nir 3')).toEqual(['nir 3'])
})

test('a text that does not open is told, is left as it was, and holds up neither the others nor its key', async () => {
  const there = await setting()
  const [good, broken] = [await aSecret(there, 'good'), await aSecret(there, 'broken')]
  const { text } = await secretOf(there, good)
  await there.db.updateTable('vault.secret').set({ text }).where('id', '=', broken).execute()
  await renewDataKeys(there.client, there.masters)
  const [, secret] = await reencrypt(there.client, there.masters, 1)
  expect(secret).toEqual({ column: 'vault.secret.text', renewed: 1, broken: [broken] })
  await there.client.query(`update secrets.data_key set created_at = created_at - interval '2 days'`)
  expect(await retire(there.client)).toBe(0)
})

test('one organisation alone may have a new key', async () => {
  const there = await setting()
  const [one, two] = [v7(), v7()]
  await aFile(there, one, 1, 'a')
  await aFile(there, two, 1, 'b')
  expect(await renewDataKeys(there.client, there.masters, one)).toBe(1)
  const [files] = await reencrypt(there.client, there.masters)
  expect(files).toEqual({ column: 'vault.file.nir', renewed: 1, broken: [] })
})
