import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { kyselyOn } from '#kernel/db/connection.ts'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { module } from '#kernel/operation/module.ts'
import { v7 } from '#kernel/id.ts'
import { execute } from '#kernel/fact/execution.ts'
import { notified } from './events.ts'
import { aPerson, aThread, kinds, tell, world } from './fixtures.ts'
import { deliverNotification } from './jobs/deliver.ts'
import { pruneNotifications } from './jobs/upkeep.ts'
import { kindOf } from './kinds.ts'
import { notify } from './notify.ts'
import { chooseNotifications } from './operations/choose-notifications.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { markNotificationRead } from './operations/mark-notification-read.ts'
import { markNotificationUnread } from './operations/mark-notification-unread.ts'
import { muteSubject } from './operations/mute-subject.ts'
import { readAllNotifications } from './operations/read-all-notifications.ts'
import { unreadCount } from './policy.ts'

type Person = { id: string }
const listed = async (person: Person) => (await (await world()).as(person).run(listNotifications, {})).notifications
const titles = async (person: Person) => (await listed(person)).map(({ title }) => title)
const params = (title: string) => ({ id: v7(), title })

test('those concerned are told, whoever caused it is not, and the sentences are made when they are read', async () => {
  const { db, facts } = await world()
  const [reader, author, stranger] = [await aPerson(), await aPerson({ firstName: 'Zoé', lastName: 'Blanc' }), await aPerson()]
  const given = params('Un titre')
  await tell({ to: [reader.id, author.id, reader.id], by: author.id, params: given })
  expect(await listed(reader)).toMatchObject([{
    title: 'Zoé Blanc\u00a0: Un titre', body: 'Le corps de Un titre', href: `/essais/${given.id}`, isUnread: true, isCritical: false,
  }])
  expect([await titles(author), await titles(stranger)]).toEqual([[], []])
  const [row] = await db.selectFrom('notifications.notification').selectAll().where('person_id', '=', reader.id).execute()
  expect(row).toMatchObject({ params: given })
  expect(JSON.stringify(row)).not.toMatch(/Zoé|corps/)
  await db.updateTable('identity.person').set({ first_name: null, last_name: null, erased_at: new Date().toISOString() }).where('id', '=', author.id).execute()
  expect(await titles(reader)).toEqual(['Une personne\u00a0: Un titre'])
  expect(await db.selectFrom('notifications.request').selectAll().execute()).toEqual([])
  expect((await facts(notified)).at(-1)).toMatchObject({ personIds: [reader.id] })
})

test('a command tells too: nothing before it is done, nothing when it fails', async () => {
  const { work, as, db, pools } = await world()
  const reader = await aPerson()
  const ask = command({
    http: 'POST /tests/ask', input: z.object({ fails: z.boolean() }), output: z.void(), allow: anyone,
    run: async (context, { fails }) => {
      await notify(context, { kind: kinds.quiet, to: [reader.id], params: params('Par une commande') })
      if (fails) throw new Error('given up')
    },
  })
  module({ name: 'tests', folder: 'tests', operations: { ask } })
  await expect(as().run(ask, { fails: true })).rejects.toThrow('given up')
  await work()
  expect(await titles(reader)).toEqual([])
  await as().run(ask, { fails: false })
  await work()
  expect(await titles(reader)).toEqual(['Une personne\u00a0: Par une commande'])
  // The portal adds what is to be told, and reads none of it.
  await expect(sql`select * from notifications.request`.execute(kyselyOn(pools.portal)))
    .rejects.toThrow(/permission denied/)
  expect(await db.selectFrom('notifications.request').select('id').execute()).toEqual([])
})

test('the same one is not repeated within a day, and is a day later; another key, another kind, another person are', async () => {
  const [reader, other] = [await aPerson(), await aPerson()]
  const same = params('Pareil')
  const start = Date.parse('2026-03-02T09:00:00Z')
  const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString()
  await tell({ to: [reader.id], params: same }, at(0))
  await tell({ to: [reader.id, other.id], params: { title: same.title, id: same.id } }, at(23.9))
  expect([(await titles(reader)).length, (await titles(other)).length]).toEqual([1, 1])
  await tell({ to: [reader.id], params: same, key: 'another' }, at(23.9))
  await tell({ to: [reader.id], params: same, kind: kinds.atOnce }, at(23.9))
  expect(await titles(reader)).toHaveLength(3)
  await tell({ to: [reader.id], params: same }, at(24))
  expect(await titles(reader)).toHaveLength(4)
})

test('several about the same thing are one line until it is read, then begin again', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const about = aThread()
  const comment = (key: string) => tell({ to: [reader.id], kind: kinds.comment, about, params: { id: about.id, title: 'Le fil' }, key })
  await comment('1')
  expect(await titles(reader)).toEqual(['Une personne\u00a0: Le fil'])
  for (const key of ['2', '3', '3']) await comment(key)
  expect(await titles(reader)).toEqual(['3 nouveaux commentaires sur «\u00a0Le fil\u00a0»'])
  await tell({ to: [reader.id], kind: kinds.comment, about: aThread(), params: params('Un autre fil') })
  expect(await titles(reader)).toHaveLength(2)
  const first = (await listed(reader)).find(({ title }) => title.startsWith('3'))!
  await as(reader).run(markNotificationRead, { notificationId: first.id })
  await comment('4')
  expect((await listed(reader)).filter(({ title }) => title.includes('Le fil'))).toMatchObject([
    { title: 'Une personne\u00a0: Le fil', isUnread: true }, { title: '3 nouveaux commentaires sur «\u00a0Le fil\u00a0»', isUnread: false },
  ])
  // Kept for later, it counts again and takes nothing more.
  await as(reader).run(markNotificationUnread, { notificationId: first.id })
  await comment('5')
  expect((await titles(reader)).filter((title) => title.includes('Le fil'))).toEqual(['2 nouveaux commentaires sur «\u00a0Le fil\u00a0»', '3 nouveaux commentaires sur «\u00a0Le fil\u00a0»'])
})

test('what is muted is silent, with all that stands in it; what is critical passes over mutes and choices', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const [thread, base] = [aThread(), aThread()]
  await as(reader).run(muteSubject, { subject: `${base.kind}:${base.id}` })
  await as(reader).run(chooseNotifications, { mail: [`${kinds.quiet.code}=never`, `${kinds.atOnce.code}=never`], screen: [kinds.atOnce.code] })
  await tell({ to: [reader.id], kind: kinds.atOnce, about: base, params: params('Dans la base') })
  await tell({ to: [reader.id], kind: kinds.atOnce, about: thread, within: [base], params: params('Dans un fil de la base') })
  await tell({ to: [reader.id], kind: kinds.quiet, params: params('Non voulue') })
  expect(await titles(reader)).toEqual([])
  await tell({ to: [reader.id], kind: kinds.critical, about: thread, within: [base], params: params('Danger') })
  await tell({ to: [reader.id], kind: kinds.atOnce, about: thread, params: params('Ailleurs') })
  expect(await listed(reader)).toMatchObject([{ title: 'Une personne\u00a0: Ailleurs' }, { title: 'Une personne\u00a0: Danger', isCritical: true, mutable: [] }])
})

test('nobody is told who is gone, suspended or absorbed; a kind that nobody declares is told as such', async () => {
  const { db } = await world()
  const [erased, suspended, reader] = [await aPerson(), await aPerson(), await aPerson()]
  await db.updateTable('identity.person').set({ erased_at: new Date().toISOString() }).where('id', '=', erased.id).execute()
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', suspended.id).execute()
  await tell({ to: [erased.id, suspended.id, reader.id], params: params('Pour qui reste') })
  const rows = await db.selectFrom('notifications.notification').select('person_id').where('person_id', 'in', [erased.id, suspended.id, reader.id]).execute()
  expect(rows).toEqual([{ person_id: reader.id }])
  await db.updateTable('notifications.notification').set({ kind: 'tests.gone' }).where('person_id', '=', reader.id).execute()
  expect(kindOf('tests.gone')).toBeUndefined()
  expect(await listed(reader)).toMatchObject([{ title: 'Une notification d’une partie du service qui n’est plus proposée', href: null }])
  expect(await unreadCount(await world(), reader.id)).toBe(1)
})

test('a notice to many is given in batches, and a worker that dies between two tells nobody twice', async () => {
  const { db, pools } = await world()
  const people = Array.from({ length: 1203 }, () => v7())
  const at = new Date().toISOString()
  await db.insertInto('identity.person').values(people.map((id) => ({ id, created_at: at }))).execute()
  await db.insertInto('identity.account').values(people.map((id) => ({ id: v7(), person_id: id, kind: 'person', created_at: at }))).execute()
  const requestId = v7()
  const request = { id: requestId, kind: kinds.quiet.code, person_ids: people, params: JSON.stringify(params('À tous')), by_person_id: null,
    about: null, within: [], key: Buffer.from('all'), at }
  await db.insertInto('notifications.request').values(request).execute()
  await execute(pools.worker, deliverNotification, { requestId })
  // It died before it took the request away.
  await db.insertInto('notifications.request').values(request).execute()
  await execute(pools.worker, deliverNotification, { requestId })
  const { rows: [count] } = await sql`select count(*)::int as lines, count(distinct person_id)::int as people from notifications.notification
    where person_id = any (${people}::uuid[])`.execute(db)
  expect(count).toEqual({ lines: 1203, people: 1203 })
})

test('what was read ninety days ago is forgotten, what is unread waits a year', async () => {
  const { db, pools } = await world()
  const reader = await aPerson()
  for (const title of ['lue', 'lue hier', 'à lire', 'oubliée']) await tell({ to: [reader.id], params: params(title) })
  const ids = (await listed(reader)).toReversed().map(({ id }) => id)
  const age = (id: string | undefined, days: number, read: boolean) => db.updateTable('notifications.notification')
    .set({ at: sql`now() - make_interval(days => ${days})`, read_at: read ? sql`now() - make_interval(days => ${days})` : null }).where('id', '=', id!).execute()
  await age(ids[0], 91, true)
  await age(ids[1], 89, true)
  await age(ids[2], 364, false)
  await age(ids[3], 366, false)
  await execute(pools.worker, pruneNotifications, {})
  expect((await titles(reader)).toSorted()).toEqual(['Une personne\u00a0: lue hier', 'Une personne\u00a0: à lire'])
})

test('open pages are signalled what came and what was read, by identifiers alone', async () => {
  const { as, db, work } = await world()
  const [writer, reader] = [await aPerson(), await aPerson()]
  const topics = async () => (await db.selectFrom('live.entry').select('topic').where('person_id', '=', reader.id).orderBy('seq').execute())
    .map(({ topic }) => topic as string)
  await tell({ to: [reader.id], by: writer.id, params: params('Un mot') })
  await work()
  expect(await topics()).toEqual(['notifications.notified'])
  await as(reader).run(readAllNotifications, { until: new Date().toISOString() })
  await as(reader).run(readAllNotifications, { until: new Date().toISOString() })
  expect(await topics()).toEqual(['notifications.notified', 'notifications.read'])
})
