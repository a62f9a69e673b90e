import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { addMember, removeMember } from '#modules/organisations/api.ts'
import { system } from '#kernel/operation/actor.ts'
import { makeGroup, makeMember } from '#modules/organisations/fixtures.ts'
import { aSchool, world } from './fixtures.ts'
import { followGroups } from './jobs.ts'
import { listChannelGroups } from './operations/list-channel-groups.ts'
import { listConversations } from './operations/list-conversations.ts'
import { openChannel } from './operations/open-channel.ts'
import { showConversation } from './operations/show-conversation.ts'
import { writeMessage } from './operations/write-message.ts'

type Someone = { id: string }
const opened = async (school: Awaited<ReturnType<typeof aSchool>>, more: { title?: string; isAnnouncements?: boolean } = {}) => {
  const { as, work } = await world()
  const { conversationId } = await as(school.teacher).run(openChannel, { groupId: school.classId, title: 'Vie de la classe', ...more })
  await work()
  return conversationId
}
const titles = async (someone: Someone) =>
  (await (await world()).as(someone).run(listConversations, {})).conversations.map(({ title }) => title)

test('who works with a group opens its channels, once under one name; its students do not, others do not see the group', async () => {
  const { as } = await world()
  const school = await aSchool()
  const input = { groupId: school.classId, title: 'Vie de la classe' }
  await expect(as(school.student).run(openChannel, input)).rejects.toMatchObject({ status: 403 })
  for (const one of [school.elsewhere, school.stranger]) {
    await expect(as(one).run(openChannel, input)).rejects.toMatchObject({ status: 404 })
  }
  await expect(as().run(openChannel, input)).rejects.toMatchObject({ status: 401 })
  await opened(school)
  await expect(as(school.teacher).run(openChannel, input)).rejects.toMatchObject({ code: 'messaging.channel-exists' })
  expect(await as(school.teacher).run(listChannelGroups, {})).toMatchObject({
    groups: [{ id: school.classId }], channels: [{ title: 'Vie de la classe' }],
  })
  expect(await as(school.student).run(listChannelGroups, {})).toMatchObject({ groups: [], channels: [{ title: 'Vie de la classe' }] })
  expect((await as(school.elsewhere).run(listChannelGroups, {})).channels).toEqual([])
})

test('its people are the group’s: who comes reads what was said to the group, who goes reads nothing at once', async () => {
  const { as, db, work } = await world()
  const school = await aSchool()
  const conversationId = await opened(school)
  await as(school.student).run(writeMessage, { conversationId, body: 'Bonjour la classe' })
  expect(await titles(school.classmate)).toEqual(['Vie de la classe'])
  expect(await titles(school.elsewhere)).toEqual([])
  await expect(as(school.elsewhere).run(showConversation, { conversationId })).rejects.toMatchObject({ status: 404 })
  const context = { db, actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () => undefined }
  const place = { organisationId: school.organisationId, groupId: school.classId, personId: school.elsewhere.id }
  await addMember(context, { ...place, role: 'student', source: 'test' })
  await execute((await world()).pools.worker, followGroups, {})
  await work()
  expect((await as(school.elsewhere).run(showConversation, { conversationId })).messages).toMatchObject([{ body: 'Bonjour la classe' }])
  await removeMember(context, place)
  // Before the list of its people is made again: the group itself says no.
  await expect(as(school.elsewhere).run(showConversation, { conversationId })).rejects.toMatchObject({ status: 404 })
  await expect(as(school.elsewhere).run(writeMessage, { conversationId, body: 'Encore moi' })).rejects.toMatchObject({ status: 404 })
  expect(await titles(school.elsewhere)).toEqual([])
  await execute((await world()).pools.worker, followGroups, {})
  expect((await as(school.student).run(showConversation, { conversationId })).people.map(({ id }) => id)).not.toContain(school.elsewhere.id)
})

test('a programme manager speaks to the teams, classes and cohorts within their programme, and to no other', async () => {
  const { as, db, work } = await world()
  const { organisationId, otherId, elsewhere } = await aSchool()
  const programme = await makeGroup(db, organisationId, { kind: 'programme', name: 'Licence' })
  const manager = await makeMember(db, organisationId, 'programme-manager', { groupId: programme, firstName: 'Béa' })
  const team = await makeGroup(db, organisationId, { kind: 'team', name: 'Équipe du cours de réseaux', parentId: programme })
  const teacher = await makeMember(db, organisationId, 'teacher', { groupId: team, firstName: 'Léo' })
  const { groups } = await as(manager).run(listChannelGroups, {})
  expect(groups.map(({ name }) => name)).toEqual(['Équipe du cours de réseaux', 'Licence'])
  const { conversationId } = await as(manager).run(openChannel, { groupId: team, title: 'Cours de réseaux' })
  await work()
  await as(teacher).run(writeMessage, { conversationId, body: 'Les TP sont prêts' })
  expect((await as(manager).run(showConversation, { conversationId })).messages)
    .toMatchObject([{ body: 'Les TP sont prêts', by: 'Léo Martin' }])
  await expect(as(manager).run(openChannel, { groupId: otherId, title: 'Autre' })).rejects.toMatchObject({ status: 404 })
  await expect(as(elsewhere).run(showConversation, { conversationId })).rejects.toMatchObject({ status: 404 })
})

test('announcements: those who work with the group write, the others read and are told that one does not answer', async () => {
  const { as } = await world()
  const school = await aSchool()
  const conversationId = await opened(school, { title: 'Annonces', isAnnouncements: true })
  await as(school.teacher).run(writeMessage, { conversationId, body: 'Pas de cours lundi.' })
  expect(await as(school.student).run(showConversation, { conversationId })).toMatchObject({
    closed: 'messaging.no-reply', isAnnouncements: true, messages: [{ body: 'Pas de cours lundi.' }],
  })
  await expect(as(school.student).run(writeMessage, { conversationId, body: 'Chic !' }))
    .rejects.toMatchObject({ code: 'messaging.no-reply' })
  await expect(as(school.student).run(writeMessage, { conversationId: v7(), body: 'Chic !' })).rejects.toMatchObject({ status: 404 })
})
