import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import { aFile, aPicture, collectOrphans, temporaryStorage } from '#modules/files/fixtures.ts'
import { files } from '#modules/files/module.ts'
import { removeMember } from '#modules/organisations/api.ts'
import { switches } from '#modules/switches/module.ts'
import { departure } from './departure.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { followGroups, pruneConversations } from './jobs.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { discardHeldMessage } from './operations/discard-held-message.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { openChannel } from './operations/open-channel.ts'
import { showAttaching } from './operations/show-attaching.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

temporaryStorage()
type Someone = { id: string }
const { showFile } = files.operations
const { turnOff, liftSwitch } = switches.backOffice.operations
const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
const sent = async (by: Someone, name = 'plan.pdf', bytes?: Buffer) => aFile(await world(), { uploadedBy: by, name, bytes })
const reads = async (person: Someone, fileId: string) =>
  (await world()).as(person).run(showFile!, { fileId }).then(() => true, (error: { status: number }) => error.status)
const filesIn = async (person: Someone, conversationId: string) =>
  (await (await world()).as(person).run(showConversation, { conversationId })).messages.flatMap(({ files }) => files)
const references = async () => Number((await (await world()).db.selectFrom('files.reference').select((eb) => eb.fn.countAll().as('count'))
  .executeTakeFirstOrThrow()).count)

test('several files go with a message: its readers read them, nobody else, and they go with it', async () => {
  const { as } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const fileIds = [await sent(student), await sent(student, 'carte.png', await aPicture(900, 600).png().toBuffer())]
  expect(await reads(teacher, fileIds[0]!)).toBe(404)
  const { messageId } = await as(student).run(writeMessage, { conversationId, body: 'Voici', fileIds, alt: 'Le plan du quartier' })
  expect(await filesIn(teacher, conversationId)).toMatchObject([
    { fileId: fileIds[0], name: 'plan.pdf', mime: 'application/pdf', width: null, alt: 'Le plan du quartier' },
    { name: 'carte.webp', width: 900, height: 600, alt: 'Le plan du quartier' },
  ])
  for (const fileId of fileIds) expect([await reads(teacher, fileId), await reads(manager, fileId)]).toEqual([true, 404])
  await as(student).run(deleteMessage, { messageId: messageId! })
  expect([await filesIn(teacher, conversationId), await reads(teacher, fileIds[0]!)]).toEqual([[], 404])
  expect(await references()).toBe(0)
})

test('one attaches one’s own files, so many at most; another’s is refused as one that does not exist; not to a draft', async () => {
  const { as } = await world()
  const { student, teacher, manager } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const theirs = await sent(teacher)
  const write = (fileIds: string[], more: object = {}) => as(student).run(writeMessage, { conversationId, body: 'Voici', fileIds, ...more })
  for (const fileId of [theirs, v7()]) await expect(write([fileId])).rejects.toMatchObject({ code: 'files.unknown' })
  await expect(write(Array.from({ length: 6 }, () => v7()))).rejects.toMatchObject({ status: 422 })
  await expect(write([await sent(student)], { as: 'draft' })).rejects.toMatchObject({ code: 'messaging.files-now' })
  expect(await filesIn(teacher, conversationId)).toEqual([])
  expect(await as(student).run(showAttaching, { conversationId })).toMatchObject({ most: 5, maxBytes: 50_000_000, isPaused: false,
    closed: null })
  await expect(as(manager).run(showAttaching, { conversationId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(showAttaching, { conversationId })).rejects.toMatchObject({ status: 401 })
})

test('whoever leaves opens no file any more; a channel’s files are its group’s; to each apart, each reads', async () => {
  const { as, db, work, pools } = await world()
  const { student, classmate, teacher, manager, organisationId, classId } = await aSchool()
  const [first, second, third] = [await sent(teacher), await sent(teacher), await sent(teacher)] as const
  const { conversationId } = await as(teacher).run(startConversation, { to: [student.id, classmate.id], body: 'Voici', fileIds: [first] })
  expect(await reads(student, first)).toBe(true)
  await as(student).run(leaveConversation, { conversationId: conversationId! })
  await work()
  expect([await reads(student, first), await reads(classmate, first)]).toEqual([404, true])
  const channel = await as(teacher).run(openChannel, { groupId: classId, title: 'Documents' })
  await work()
  await as(teacher).run(writeMessage, { conversationId: channel.conversationId, body: 'Voici', fileIds: [second] })
  expect(await reads(student, second)).toBe(true)
  const context = { db, actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () => undefined }
  await removeMember(context, { organisationId, groupId: classId, personId: student.id })
  expect([await reads(student, second), await reads(classmate, second)]).toEqual([404, true])
  await as(teacher).run(startConversation, { to: [manager.id, classmate.id], apart: true, body: 'Pour vous', fileIds: [third] })
  expect([await reads(classmate, third), await reads(manager, third)]).toEqual([true, true])
  // What the night finds: a participant's key that is not the reader's any more.
  await db.updateTable('messaging.attachment').set({ principals: [] }).where('file_id', '=', first).execute()
  await execute(pools.worker, followGroups, {})
  expect(await reads(classmate, first)).toBe(true)
})

test('while files are switched off words go on without, and the page says so', async () => {
  const { as } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const fileId = await sent(student)
  const { switchId } = await as(admin).run(turnOff!, { feature: 'attachments', personId: student.id,
    reason: 'Disque' }) as { switchId: string }
  const write = (more: object) => as(student).run(writeMessage, { conversationId, body: 'Voici', ...more })
  await expect(write({ fileIds: [fileId] })).rejects.toMatchObject({ code: 'messaging.attachments-closed', status: 503 })
  expect(await write({})).toMatchObject({ isHeld: false })
  expect(await as(student).run(showAttaching, { conversationId })).toMatchObject({ isPaused: true })
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held: 'send' })
  await write({ fileIds: [fileId] })
  expect(await reads(teacher, fileId)).toBe(true)
})

test('files of a message that waits are its author’s alone, leave with it, and are let go with it', async () => {
  const { as, work } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const [fileId, other] = [await sent(student), await sent(student)]
  const { switchId } = await as(admin).run(turnOff!, { feature: 'messages', personId: student.id, reason: 'Vague' }) as { switchId: string }
  await as(student).run(writeMessage, { conversationId, body: 'Voici', fileIds: [fileId] })
  await as(student).run(writeMessage, { conversationId, body: 'Et voilà', fileIds: [other] })
  const { held } = await as(student).run(showConversation, { conversationId })
  expect(held.map(({ files }) => files.length)).toEqual([1, 1])
  expect(await reads(teacher, fileId)).toBe(404)
  const before = await references()
  await as(student).run(discardHeldMessage, { heldId: held[1]!.id })
  expect(await references()).toBe(before - 1)
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held: 'send' })
  await work()
  expect([await reads(teacher, fileId), await reads(teacher, other)]).toEqual([true, 404])
  expect(await references()).toBe(before - 1)
})

test('they go with whoever sent them, and with a conversation of which nobody is left', async () => {
  const { as, db, pools } = await world()
  const { student, classmate, teacher } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const fileId = await sent(student)
  await as(student).run(writeMessage, { conversationId, body: 'Voici', fileIds: [fileId] })
  const context = {
    db: kyselyOn<any>(pools.worker), actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () =>
      undefined,
  }
  expect(await departure.foresee(context, student.id)).toMatchObject([{ becomes: 'goes' }])
  await departure.settle(context, student.id)
  expect([await reads(teacher, fileId), await filesIn(teacher, conversationId)]).toEqual([404, []])
  const again = { to: [teacher.id, classmate.id], body: 'Nous', fileIds: [await sent(student)] }
  const { conversationId: group } = await as(student).run(startConversation, again)
  const before = await references()
  await db.updateTable('messaging.participant').set({ left_at: new Date().toISOString() }).where('conversation_id', '=', group).execute()
  await execute(pools.worker, pruneConversations, {})
  expect(await references()).toBe(before - 1)
  await db.updateTable('files.file').set({ unreferenced_since: '2020-01-01T00:00:00Z' }).where('reference_count', '=', 0).execute()
  await execute(pools.worker, collectOrphans, {})
  expect(await reads(student, fileId)).toBe(404)
})
