import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { attach } from '../api.ts'
import { aFile, contextOf, temporaryStorage, world } from '../fixtures.ts'
import { listMyFiles } from './list-my-files.ts'
import { removeFile } from './remove-file.ts'
import { showFile } from './show-file.ts'
import { startUpload } from './start-upload.ts'

temporaryStorage()
const [ada, bob, eve] = [{ id: v7() }, { id: v7() }, { id: v7() }]
const shownTo = async (fileId: string, holder: string, ...principals: string[]) =>
  attach(await contextOf(await world(), ada), { fileId, holder, principals })

test('one lists what one has sent, by pages; a visitor signs in', async () => {
  const there = await world()
  const first = await aFile(there, { uploadedBy: ada, name: 'un.pdf' })
  const second = await aFile(there, { uploadedBy: ada, name: 'deux.pdf' })
  await aFile(there, { uploadedBy: bob })
  await shownTo(first, 'test.thing:1', 'public')
  const { files, next } = await there.as(ada).run(listMyFiles, {})
  expect(files).toMatchObject([
    { fileId: second, name: 'deux.pdf', state: 'ready', isShown: false }, { fileId: first, name: 'un.pdf', isShown: true },
  ])
  expect(next).toBeNull()
  expect((await there.as(ada).run(listMyFiles, { before: second })).files).toHaveLength(1)
  await expect(there.as().run(listMyFiles, {})).rejects.toMatchObject({ status: 401 })
})

test('a file is shown to who sees it, and only its sender may remove it', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  await shownTo(fileId, 'test.thing:2', `person:${bob.id}`)
  const own = await there.as(ada).answer(showFile, { fileId })
  expect(own).toMatchObject({ output: { fileId, state: 'ready', mime: 'application/pdf' }, can: { removeFile: true } })
  expect(await there.as(bob).answer(showFile, { fileId })).toMatchObject({ can: { removeFile: false } })
  for (const operation of [showFile, removeFile]) {
    await expect(there.as(eve).run(operation, { fileId })).rejects.toMatchObject({ status: 404 })
    await expect(there.as().run(operation, { fileId })).rejects.toMatchObject({ status: 404 })
  }
  await expect(there.as(bob).run(removeFile, { fileId })).rejects.toMatchObject({ status: 403 })
})

test('what a page shows stays; what nothing shows goes; an upload is given up', async () => {
  const there = await world()
  const fileId = await aFile(there, { uploadedBy: ada })
  await shownTo(fileId, 'test.thing:3', 'public')
  await expect(there.as(ada).run(removeFile, { fileId })).rejects.toMatchObject({ code: 'files.in-use' })
  await shownTo(await aFile(there, { uploadedBy: ada }), 'test.thing:3', 'public')
  await there.as(ada).run(removeFile, { fileId })
  await expect(there.as(ada).run(showFile, { fileId })).rejects.toMatchObject({ status: 404 })
  const upload = await there.as(ada).run(startUpload, { name: 'a.pdf', size: 10, purpose: 'file' })
  await there.as(ada).run(removeFile, upload)
  await expect(there.as(ada).run(showFile, upload)).rejects.toMatchObject({ status: 404 })
})
