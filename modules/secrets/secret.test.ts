import { randomBytes } from 'node:crypto'
import { v7 } from '#kernel/id.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { worldOf } from '#kernel/testing/world.ts'
import { secrets } from './module.ts'
import { masterKeys, partsOf } from './sealed.ts'
import type * as Secret from './secret.ts'
import { blindIndex, blindIndexes, configureSecrets, makeDataKey, open, seal } from './secret.ts'

const world = worldOf(secrets)
const aMaster = () => randomBytes(32).toString('base64')
const text = aMaster()
beforeEach(async () => {
  configureSecrets(masterKeys(text), (await world()).pools.portal)
})
const place = (organisation?: string) => ({ table: 'notes.note', column: 'text', row: 'r', organisation })

test('the first use of an organisation makes its key, once, however many come at once; the platform has its own', async () => {
  const { db } = await world()
  const organisation = v7()
  const texts = await Promise.all(Array.from({ length: 8 }, () => seal('secret', place(organisation))))
  expect(new Set(texts.map((one) => partsOf(one).keyId)).size).toBe(1)
  expect(await db.selectFrom('secrets.data_key').selectAll().where('organisation_id', '=', organisation).execute()).toHaveLength(1)
  expect(partsOf(await seal('secret', place())).keyId).not.toBe(partsOf(texts[0]!).keyId)
  for (const one of texts) expect(await open(one, place(organisation))).toBe('secret')
  await expect(open(texts[0]!, place())).rejects.toMatchObject({ code: 'SECRET_KEY' })
})

test('what another process has sealed under a new key opens at once; a key that nobody has made does not', async () => {
  const { db, pools } = await world()
  const organisation = v7()
  const mine = await seal('mine', place(organisation))
  await makeDataKey(pools.owner, masterKeys(text), organisation)
  const { id } = await db.selectFrom('secrets.data_key').select('id').where('organisation_id', '=', organisation).orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const other = await vi.importActual<typeof Secret>('./secret.ts?other')
  other.configureSecrets(masterKeys(text), pools.worker)
  const theirs = await other.seal('theirs', place(organisation))
  expect(partsOf(theirs).keyId).toBe(id)
  expect(await open(theirs, place(organisation))).toBe('theirs')
  expect(await open(mine, place(organisation))).toBe('mine')
  await expect(open(theirs.replace(String(id), v7()), place(organisation))).rejects.toMatchObject({ code: 'SECRET_KEY' })
})

test('equality is searched by a blind index', async () => {
  const { pools } = await world()
  const organisation = v7()
  const index = await blindIndex('185', place(organisation))
  expect(await blindIndexes('185', place(organisation))).toEqual([index])
  await makeDataKey(pools.owner, masterKeys(text), organisation)
  configureSecrets(masterKeys(text), pools.portal)
  expect(await blindIndexes('185', place(organisation))).toEqual([index, await blindIndex('185', place(organisation))])
})

test('the database lets a sealed column hold nothing else, and no role of the product change a key', async () => {
  const { pools } = await world()
  const cast = (value: string, type: string) => pools.portal.query(`select $1::secrets.${type}`, [value])
  await cast(await seal('', place()), 'sealed')
  await cast(await blindIndex('', place()), 'blind_index')
  await expect(cast('plain text', 'sealed')).rejects.toMatchObject({ code: '23514' })
  await expect(cast('plain text', 'blind_index')).rejects.toMatchObject({ code: '23514' })
  for (const role of ['portal', 'worker', 'backOffice'] as const) {
    for (const sql of ['update secrets.data_key set wrapped = wrapped', 'delete from secrets.data_key']) {
      await expect(pools[role].query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' })
    }
  }
})

test('the keys of the database are worth nothing without the master key, and a failure is not kept', async () => {
  const { pools } = await world()
  const organisation = v7()
  const kept = await seal('secret', place(organisation))
  configureSecrets(masterKeys(aMaster()), pools.portal)
  await expect(open(kept, place(organisation))).rejects.toMatchObject({ code: 'SECRET_KEY' })
  const failing = { query: vi.fn<() => Promise<never>>(async () => { throw new Error('down') }) }
  configureSecrets(masterKeys(text), failing as never)
  await expect(seal('x', place())).rejects.toThrow('down')
  await expect(seal('x', place())).rejects.toThrow('down')
  expect(failing.query).toHaveBeenCalledTimes(2)
})
