import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { removeMember } from '#modules/organisations/api.ts'
import { system } from '#kernel/operation/actor.ts'
import { excerptOf } from './excerpt.ts'
import { aSchool, world, wrote } from './fixtures.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { openChannel } from './operations/open-channel.ts'
import { searchMessages } from './operations/search-messages.ts'
import { writeMessage } from './operations/write-message.ts'

type Someone = { id: string }
const found = async (by: Someone, q: string) => (await (await world()).as(by).run(searchMessages, { q })).messages

test('words are found whatever their accents and endings, or by their beginning, in what one reads and nowhere else', async () => {
  const { as, pools } = await world()
  const { student, teacher, manager } = await aSchool()
  await wrote(student, teacher, 'Le rendez-vous est confirmé : 100 % des élèves viendront à l’Œuvre scolaire')
  await wrote(manager, teacher, 'Les rendez-vous sont annulés')
  for (const q of ['confirmer', 'RENDEZ eleve', 'élè', 'oeuvre', '100 % conf', "l'oeuvre", 'confirmé rendez-vous']) {
    expect(await found(student, q), q).toMatchObject([{ title: 'Théo Martin', by: 'Éva Martin', isMine: true }])
  }
  expect(await found(student, 'confirmé annulés')).toEqual([])
  expect(await found(student, '% !')).toEqual([])
  expect(await found(student, '')).toEqual([])
  expect(await found(teacher, 'rendez-vous')).toHaveLength(2)
  expect(await found(manager, 'confirmé')).toEqual([])
  await expect(as().run(searchMessages, { q: 'confirmé' })).rejects.toMatchObject({ status: 401 })
  const seenBy = (person: Someone) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: v7() })
  const hidden = sql`select from messaging.found('confirmé', null, null, 20)`
  expect([(await hidden.execute(seenBy(manager))).rows, (await hidden.execute(seenBy(student))).rows.length]).toEqual([[], 1])
})

test('the newest first, page by page; what was taken away, and the channel of a group that one left, are found no more', async () => {
  const { as, db, work } = await world()
  const { student, teacher, classId, organisationId } = await aSchool()
  const conversationId = await wrote(student, teacher, 'Portfolio n° 0')
  for (let n = 1; n < 45; n++) {
    if (n % 20 === 0) await db.deleteFrom('switches.use').execute()
    await as(student).run(writeMessage, { conversationId, body: `Portfolio n° ${n}` })
  }
  const seen: string[] = []
  let before: string | undefined
  do {
    const page: { messages: { excerpt: { text: string }[]; id: string }[]; next: string | null } =
      await as(teacher).run(searchMessages, { q: 'portfolio', before })
    seen.push(...page.messages.map(({ excerpt }) => excerpt.map(({ text }) => text).join('')))
    before = page.next ?? undefined
  } while (before)
  expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `Portfolio n° ${44 - n}`))
  const [last] = await found(student, 'portfolio 44')
  await as(student).run(deleteMessage, { messageId: last!.id })
  expect(await found(teacher, 'portfolio 44')).toEqual([])
  const channel = await as(teacher).run(openChannel, { groupId: classId, title: 'Vie de la classe' })
  await work()
  await as(teacher).run(writeMessage, { ...channel, body: 'Kermesse samedi' })
  expect(await found(student, 'kermesse')).toHaveLength(1)
  const context = { db, actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () => undefined }
  await removeMember(context, { organisationId, groupId: classId, personId: student.id })
  expect(await found(student, 'kermesse')).toEqual([])
})

test('a passage is cut around what was found, which stands out', () => {
  const long = `${'avant '.repeat(40)}le rendez-vous Confirmé ${'après '.repeat(60)}`
  const parts = excerptOf(long, 'confirmer')
  expect(parts.filter(({ isFound }) => isFound)).toMatchObject([{ text: 'Confirmé' }])
  expect(parts[0]!.text).toBe('… ')
  expect(parts.map(({ text }) => text).join('').length).toBeLessThan(320)
  expect(excerptOf('Court', 'absent')).toEqual([{ text: 'Court', isFound: false, at: 0 }])
})
