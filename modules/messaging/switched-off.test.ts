import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { editMessage } from './operations/edit-message.ts'
import { showConversation } from './operations/show-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

test('while messages are closed in an organisation its people read and write nothing more, others go on, and it holds no longer than that', async () => {
  const { as, db } = await world()
  const [here, there] = [await aSchool(), await aSchool()]
  const [ours, theirs] = [await wrote(here.teacher, here.student), await wrote(there.teacher, there.student)]
  const id = v7()
  await db.insertInto('switches.switch').values({
    id, feature: 'messages', organisation_id: here.organisationId, is_for_person: false, reason: 'Une vague de messages', at: new Date().toISOString(),
  }).execute()
  const write = (person: { id: string }, conversationId: string) => as(person).run(writeMessage, { conversationId, body: 'Encore' })
  await expect(write(here.teacher, ours)).rejects.toMatchObject({ code: 'switches.off', status: 503 })
  expect(await as(here.student).run(showConversation, { conversationId: ours })).toMatchObject({ messages: [{ body: 'Bonjour' }] })
  const { messageId } = await write(there.teacher, theirs)
  await as(there.teacher).run(editMessage, { messageId: messageId!, body: 'Corrigé' })
  await db.updateTable('switches.switch').set({ lifted_at: new Date().toISOString() }).where('id', '=', id).execute()
  expect((await write(here.teacher, ours)).messageId).toBeTruthy()
})
