import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { system } from '#kernel/operation/actor.ts'
import { module } from '#kernel/operation/module.ts'
import { command, Refusal, type Context } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { attach, detach } from './api.ts'
import { aFile, aPicture, contextOf, temporaryStorage } from './fixtures.ts'
import { files } from './module.ts'

temporaryStorage()
const hang = command({
  http: 'POST /walls', allow: signedIn, output: z.null(),
  input: z.object({
    fileId: z.uuid(), holder: z.string(), principals: z.array(z.string()), refused: z.boolean().default(false),
  }),
  run: async (context: Context, { refused, ...reference }) => {
    await attach(context, reference)
    if (refused) throw new Refusal('walls.refused')
    return null
  },
})
// A module that shows files, as others do.
const world = worldOf(module({ name: 'walls', folder: 'modules/files/web', needs: [files], operations: { hang } }), files)
const [ada, bob, eve] = [{ id: v7() }, { id: v7() }, { id: v7() }]
const aWall = () => `walls.wall:${v7()}`
const countOf = async (id: string) => {
  const { db } = await world()
  return (await db.selectFrom('files.file').select('reference_count').where('id', '=', id).executeTakeFirst())?.['reference_count']
}

test('references are counted, in the transaction of what shows the file', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  const wall = aWall()
  await there.as(ada).run(hang, { fileId, holder: wall, principals: ['public'] })
  await there.as(ada).run(hang, { fileId, holder: wall, principals: [`person:${bob.id}`] })
  expect(await countOf(fileId)).toBe(1)
  const known = await there.db.selectFrom('files.reference').select('principals').where('holder', '=', wall).execute()
  expect(known).toEqual([{ principals: [`person:${bob.id}`] }])
  const undone = there.as(ada).run(hang, { fileId, holder: aWall(), principals: ['public'], refused: true })
  await expect(undone).rejects.toMatchObject({ code: 'walls.refused' })
  expect(await countOf(fileId)).toBe(1)
  const other = await aFile(there, { uploadedBy: ada })
  await there.as(ada).run(hang, { fileId: other, holder: wall, principals: ['public'] })
  expect([await countOf(fileId), await countOf(other)]).toEqual([0, 1])
  await detach(await contextOf(there, ada), wall)
  await detach(await contextOf(there, ada), wall)
  expect(await countOf(other)).toBe(0)
})

test('one shows a file that one has sent or sees, no other; a holder keeps its own whoever calls', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  const hung = (person: { id: string }) => there.as(person).run(hang, { fileId, holder: aWall(), principals: ['public'] })
  await expect(hung(eve)).rejects.toMatchObject({ code: 'files.unknown' })
  const wall = aWall()
  await there.as(ada).run(hang, { fileId, holder: wall, principals: [`person:${bob.id}`] })
  await there.as(eve).run(hang, { fileId, holder: wall, principals: [`person:${bob.id}`] })
  await expect(hung(eve)).rejects.toMatchObject({ code: 'files.unknown' })
  await hung(bob)
  await hung(eve)
  await expect(there.as(ada).run(hang, { fileId: v7(), holder: wall, principals: [] })).rejects.toMatchObject({ code: 'files.unknown' })
})

test('a reaction attaches what a person chose before it; nothing that is held, refused or deleted is attached', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  await attach(await contextOf(there, system), { fileId, holder: aWall(), principals: ['public'] })
  for (const [state, code] of [['held', 'files.held'], ['refused', 'files.unknown'], ['deleted', 'files.unknown']] as const) {
    const id = await aFile(there, { uploadedBy: ada })
    await there.db.updateTable('files.file').set({ state }).where('id', '=', id).execute()
    await expect(there.as(ada).run(hang, { fileId: id, holder: aWall(), principals: [] })).rejects.toMatchObject({ code })
  }
})

test('other modules describe a file by its card, once it is ready', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada, name: 'a.png', bytes: await aPicture(30, 20).png().toBuffer() })
  const card = () => there.pools.portal.query('select * from files.card where id = $1', [fileId])
  const about = { id: fileId, name: 'a.webp', mime: 'image/webp', size: expect.any(Number), width: 30, height: 20 }
  expect((await card()).rows).toEqual([about])
  await there.db.updateTable('files.file').set({ state: 'deleted' }).where('id', '=', fileId).execute()
  expect((await card()).rows).toEqual([])
})

test('the database itself refuses to delete a file that something shows, and each role has only its rights', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  await there.as(ada).run(hang, { fileId, holder: aWall(), principals: [] })
  const deletion = there.db.updateTable('files.file').set({ state: 'deleted' }).where('id', '=', fileId).execute()
  await expect(deletion).rejects.toThrow(/check constraint/)
  await expect(there.pools.portal.query('delete from files.file')).rejects.toThrow(/permission denied/)
  await expect(there.pools.portal.query('update files.file set uploaded_by = null')).rejects.toThrow(/permission denied/)
  await expect(there.pools.worker.query('update files.file set reference_count = 0')).rejects.toThrow(/permission denied/)
})
