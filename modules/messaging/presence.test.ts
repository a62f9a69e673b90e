import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { makePresent } from '#modules/live/fixtures.ts'
import { live } from '#modules/live/module.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { showConversation } from './operations/show-conversation.ts'
import { fr } from './web/presence.fr.ts'
import { pages, urls } from './web/routes.ts'

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../..', file)))

test('in a conversation, who is there is seen where both show it, and by nobody else', async () => {
  const here = await world()
  const { student, teacher, classmate } = await aSchool()
  const conversationId = await wrote(student, teacher)
  const seenBy = async (person: { id: string }) => (await here.as(person).run(showConversation, { conversationId })).present
  const agree = (person: { id: string }, agreed: boolean) => here.as(person).run(live.operations['setPresence']!, { agreed })
  const open = () => makePresent(here, [student.id, teacher.id, classmate.id])
  await open()
  expect([await seenBy(student), await seenBy(teacher)]).toEqual([[], []])
  await agree(teacher, true)
  await agree(classmate, true)
  await open()
  expect([await seenBy(student), await seenBy(teacher)]).toEqual([[], []])
  await agree(student, true)
  await open()
  const [name] = await seenBy(student)
  expect(name).toContain('Théo')
  expect(await seenBy(student)).toHaveLength(1)
  expect((await visit(urls.conversation(conversationId), { as: student })).html).toContain(fr.there([name!]))
  await agree(student, false)
  expect([await seenBy(student), await seenBy(teacher)]).toEqual([[], []])
})
