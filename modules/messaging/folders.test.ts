import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { createFolder } from './operations/create-folder.ts'
import { deleteFolder } from './operations/delete-folder.ts'
import { fileConversation } from './operations/file-conversation.ts'
import { listConversations } from './operations/list-conversations.ts'
import { listFolders } from './operations/list-folders.ts'
import { renameFolder } from './operations/rename-folder.ts'
import { showConversation } from './operations/show-conversation.ts'

type Someone = { id: string }
const inside = async (by: Someone, folder: string) =>
  (await (await world()).as(by).run(listConversations, { folder })).conversations.map(({ id }) => id)

test('a conversation is put in a folder of one’s own, in another one, in none; the folder goes, the conversation stays', async () => {
  const { as } = await world()
  const { student, teacher, manager } = await aSchool()
  const [one, other] = [await wrote(teacher, student), await wrote(manager, student)]
  const me = as(student)
  const { folderId } = await me.run(createFolder, { name: 'Stage' })
  const { folderId: second } = await me.run(createFolder, { name: 'École' })
  await me.run(fileConversation, { conversationId: one, folderId })
  await me.run(fileConversation, { conversationId: other, folderId })
  expect((await inside(student, folderId)).toSorted()).toEqual([one, other].toSorted())
  await me.run(fileConversation, { conversationId: one, folderId: second })
  expect([await inside(student, folderId), await inside(student, second)]).toEqual([[other], [one]])
  expect((await me.run(listFolders, {})).folders).toMatchObject([
    { name: 'École', count: 1, unread: 1 }, { name: 'Stage', count: 1, unread: 1 },
  ])
  expect(await me.run(showConversation, { conversationId: one })).toMatchObject({ folderId: second, folders: [{}, {}] })
  // Still among those under way, and nobody else learns of it.
  expect((await me.run(listConversations, {})).conversations).toHaveLength(2)
  expect(await as(teacher).run(showConversation, { conversationId: one })).toMatchObject({ folderId: null, folders: [] })
  await me.run(fileConversation, { conversationId: one, folderId: null })
  expect(await inside(student, second)).toEqual([])
  await me.run(renameFolder, { folderId, name: 'Alternance' })
  await me.run(deleteFolder, { folderId })
  expect((await me.run(listFolders, {})).folders).toMatchObject([{ name: 'École' }])
  expect((await me.run(showConversation, { conversationId: other })).folderId).toBeNull()
})

test('folders are one’s own: another’s is not found, two have not one name, fifty are enough', async () => {
  const { as } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const { folderId } = await as(student).run(createFolder, { name: 'Stage' })
  for (const one of [
    () => as(teacher).run(renameFolder, { folderId, name: 'À moi' }), () => as(teacher).run(deleteFolder, { folderId }),
    () => as(teacher).run(fileConversation, { conversationId, folderId }),
    () => as(student).run(fileConversation, { conversationId: v7(), folderId }),
  ]) await expect(one()).rejects.toMatchObject({ status: 404 })
  await expect(as().run(createFolder, { name: 'Stage' })).rejects.toMatchObject({ status: 401 })
  expect(await inside(teacher, folderId)).toEqual([])
  await expect(as(student).run(createFolder, { name: 'Stage' })).rejects.toMatchObject({ code: 'messaging.folder-exists' })
  await expect(as(student).run(createFolder, { name: ' ' })).rejects.toMatchObject({ status: 422 })
  const { folderId: second } = await as(student).run(createFolder, { name: 'École' })
  await expect(as(student).run(renameFolder, { folderId: second, name: 'Stage' }))
    .rejects.toMatchObject({ code: 'messaging.folder-exists' })
  await as(student).run(renameFolder, { folderId, name: 'Stage' })
  for (let n = 2; n < 50; n++) await as(student).run(createFolder, { name: `Dossier ${n}` })
  await expect(as(student).run(createFolder, { name: 'De trop' })).rejects.toMatchObject({ code: 'messaging.too-many-folders' })
})
