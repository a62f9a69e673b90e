import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test, vi } from 'vitest'
import { transaction } from '#kernel/db/transaction.ts'
import { execute } from '#kernel/fact/execution.ts'
import { settingsOf } from '#kernel/operation/engine.ts'
import { attach, configureStorage } from './api.ts'
import { configured } from './configuration.ts'
import { aFile, aPicture, contextOf, temporaryStorage, world } from './fixtures.ts'
import { collectOrphans, expireUploads, removeBytes } from './jobs.ts'
import { startUpload } from './operations/start-upload.ts'
import { keyOf } from './storage/storage.ts'

const directory = temporaryStorage()
const ada = { id: v7() }
const aLongAgo = new Date(Date.now() - 25 * 3_600_000).toISOString()
const kept = (id: string, width?: number) => existsSync(join(directory, keyOf(id, width)))
const stateOf = async (id: string) => {
  const { db } = await world()
  return (await db.selectFrom('files.file').select('state').where('id', '=', id).executeTakeFirst())?.['state']
}
const age = async (id: string, column: 'changed_at' | 'unreferenced_since') =>
  (await world()).db.updateTable('files.file').set({ [column]: aLongAgo }).where('id', '=', id).execute()
const run = async (job: Parameters<typeof execute>[1]) => execute((await world()).pools.worker, job, {})

test('what nothing has shown for a day goes, row and bytes; the rest stays', async () => {
  const there = await world()
  const context = await contextOf(there, ada)
  const orphan = await aFile(there, { uploadedBy: ada, name: 'a.png', bytes: await aPicture(700, 10).png().toBuffer() })
  const [recent, shown] = [await aFile(there, { uploadedBy: ada }), await aFile(there, { uploadedBy: ada })]
  await attach(context, { fileId: shown, holder: 'test.thing:1', principals: [] })
  await age(orphan, 'unreferenced_since')
  await age(shown, 'unreferenced_since')
  await run(collectOrphans)
  expect([await stateOf(orphan), await stateOf(recent), await stateOf(shown)]).toEqual(['deleted', 'ready', 'ready'])
  expect([kept(orphan), kept(orphan, 320)]).toEqual([true, true])
  await run(removeBytes)
  expect([kept(orphan), kept(orphan, 320), kept(orphan, 640), kept(recent), kept(shown)]).toEqual([false, false, false, true, true])
  expect(await stateOf(orphan)).toBeUndefined()
})

test('a command that shows a file while orphans are collected keeps it', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  await age(fileId, 'unreferenced_since')
  const context = await contextOf(there, ada)
  const collected = await transaction(there.pools.portal, settingsOf(context, v7()), async ({ db }) => {
    await attach({ ...context, db }, { fileId, holder: 'test.thing:2', principals: [] })
    // Begins before the reference is committed, and waits for it.
    const collecting = run(collectOrphans)
    await there.pools.owner.query('select pg_sleep(0.2)')
    return { collecting }
  })
  await collected.collecting
  expect(await stateOf(fileId)).toBe('ready')
})

test('a storage that fails is tried again, and does not stop the others', async () => {
  const there = await world()
  const [first, second] = [await aFile(there, { uploadedBy: ada }), await aFile(there, { uploadedBy: ada })]
  await there.db.updateTable('files.file').set({ state: 'deleted' }).where('id', 'in', [first, second]).execute()
  await age(first, 'changed_at')
  const { storage } = configured()
  vi.spyOn(storage, 'remove').mockImplementationOnce(() => Promise.reject(new Error('unreachable')))
  await expect(run(removeBytes)).rejects.toThrow(/could not be removed/)
  expect([await stateOf(first), await stateOf(second), kept(first), kept(second)]).toEqual(['deleted', undefined, true, false])
  configureStorage({ directory })
  await run(removeBytes)
  expect([await stateOf(first), kept(first)]).toEqual([undefined, false])
})

test('an upload that nobody ended, and what it left, are forgotten after a day', async () => {
  const there = await world()
  await aFile(there, { uploadedBy: ada })
  const { fileId } = await there.as(ada).run(startUpload, { name: 'a.pdf', size: 10, purpose: 'file' })
  const recent = await there.as(ada).run(startUpload, { name: 'b.pdf', size: 10, purpose: 'file' })
  const parts = [fileId, recent.fileId].map((id) => join(directory, 'incoming', id))
  for (const part of parts) writeFileSync(part, '%PDF')
  utimesSync(parts[0]!, new Date(aLongAgo), new Date(aLongAgo))
  await age(fileId, 'changed_at')
  await run(expireUploads)
  expect(parts.map((part) => existsSync(part))).toEqual([false, true])
  expect([await stateOf(fileId), await stateOf(recent.fileId)]).toEqual(['deleted', 'uploading'])
})

test('a process that dies between the bytes and their row leaves nothing for ever', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  // As it is when the process dies before the last statement: the bytes are kept, the row says that they are on their way.
  await there.db.updateTable('files.file').set({ state: 'uploading' }).where('id', '=', fileId).execute()
  await age(fileId, 'changed_at')
  await run(expireUploads)
  await run(removeBytes)
  expect([await stateOf(fileId), kept(fileId)]).toEqual([undefined, false])
})
