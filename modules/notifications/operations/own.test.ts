import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { aPerson, aThread, hidden, kinds, tell, world } from '../fixtures.ts'
import { unreadCount } from '../policy.ts'
import { chooseNotifications } from './choose-notifications.ts'
import { listNotifications } from './list-notifications.ts'
import { markNotificationRead } from './mark-notification-read.ts'
import { markNotificationUnread } from './mark-notification-unread.ts'
import { muteSubject } from './mute-subject.ts'
import { openNotification } from './open-notification.ts'
import { readAllNotifications } from './read-all-notifications.ts'
import { setNotificationRhythm } from './set-notification-rhythm.ts'
import { showNotificationPreferences } from './show-notification-preferences.ts'
import { unmuteSubject } from './unmute-subject.ts'

const rhythm = { quietFrom: null, quietTo: null, digestHour: 8, digestDay: 1, digests: true }
const toldTo = async (reader: { id: string }, ...titles: string[]) => {
  for (const title of titles) await tell({ to: [reader.id], params: { id: v7(), title } })
  return (await (await world()).as(reader).run(listNotifications, {})).notifications.map(({ id }) => id)
}

test('only the person reads, opens and marks what they were told: others find nothing, a visitor is asked to sign in', async () => {
  const { as } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const [id] = await toldTo(reader, 'À moi')
  const notificationId = id!
  for (const one of [openNotification, markNotificationRead, markNotificationUnread]) {
    await expect(as(other).run(one, { notificationId })).rejects.toMatchObject({ status: 404 })
    await expect(as().run(one, { notificationId })).rejects.toMatchObject({ status: 401 })
  }
  await expect(as().run(listNotifications, {})).rejects.toMatchObject({ status: 401 })
  await expect(as().run(readAllNotifications, { until: new Date().toISOString() })).rejects.toMatchObject({ status: 401 })
  await as(other).run(readAllNotifications, { until: new Date().toISOString() })
  expect((await as(reader).run(listNotifications, {})).unread).toBe(1)
  const { href } = await as(reader).run(openNotification, { notificationId })
  expect(href).toMatch(/^\/essais\//)
  expect(await as(reader).run(listNotifications, {})).toMatchObject({ unread: 0, notifications: [{ isUnread: false }] })
  await as(reader).run(markNotificationUnread, { notificationId })
  expect((await as(reader).run(listNotifications, { unread: true })).notifications).toHaveLength(1)
})

test('the counter is right whatever happens: told, read, read twice, unread, all read up to what was seen', async () => {
  const { as, pools } = await world()
  const reader = await aPerson()
  const count = () => unreadCount({ db: kyselyOn(pools.portal) }, reader.id)
  expect(await count()).toBe(0)
  const [third, , first] = await toldTo(reader, 'un', 'deux', 'trois')
  expect(await count()).toBe(3)
  await Promise.all([1, 2, 3].map(() => as(reader).run(markNotificationRead, { notificationId: third! })))
  await as(reader).run(openNotification, { notificationId: third! })
  expect(await count()).toBe(2)
  await as(reader).run(markNotificationUnread, { notificationId: third! })
  await as(reader).run(markNotificationUnread, { notificationId: third! })
  expect(await count()).toBe(3)
  const { now } = await as(reader).run(listNotifications, {})
  await tell({ to: [reader.id], params: { id: v7(), title: 'arrivée depuis' } })
  expect(await as(reader).run(readAllNotifications, { until: now })).toEqual({ count: 3 })
  expect(await count()).toBe(1)
  expect((await as(reader).run(listNotifications, { unread: true })).notifications).toMatchObject([{ title: 'Une personne\u00a0: arrivée depuis' }])
  expect(first).toBeDefined()
})

test('a long list comes page by page, without a gap nor a repetition, though many have one instant', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const at = new Date().toISOString()
  for (let one = 0; one < 65; one++) await tell({ to: [reader.id], params: { id: v7(), title: `n° ${one}` } }, at)
  const seen: string[] = []
  let before: string | undefined
  do {
    const { notifications, next }: { notifications: { title: string }[]; next: string | null } = await as(reader).run(listNotifications, { before })
    seen.push(...notifications.map(({ title }) => title))
    before = next ?? undefined
  } while (before)
  expect([seen.length, new Set(seen).size]).toEqual([65, 65])
})

test('one mutes what one sees, finds it by name in one’s settings, and hears of it again', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const [thread, secret] = [aThread(), aThread()]
  hidden.add(secret.id)
  const subject = `${thread.kind}:${thread.id}`
  await expect(as().run(muteSubject, { subject })).rejects.toMatchObject({ status: 401 })
  for (const unseen of [`${secret.kind}:${secret.id}`, `tests.unknown:${v7()}`]) {
    await expect(as(reader).run(muteSubject, { subject: unseen })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as(reader).run(muteSubject, { subject: 'nothing' })).rejects.toMatchObject({ status: 422 })
  await as(reader).run(muteSubject, { subject })
  await as(reader).run(muteSubject, { subject })
  const muted = async () => (await as(reader).run(showNotificationPreferences, {})).muted
  expect(await muted()).toEqual([{ subject, label: 'discussion', title: `Discussion ${thread.id.slice(-4)}`, href: `/discussions/${thread.id}` }])
  hidden.add(thread.id)
  expect(await muted()).toEqual([{ subject, label: 'discussion', title: null, href: null }])
  await expect(as(await aPerson()).run(unmuteSubject, { subject })).rejects.toMatchObject({ status: 404 })
  await as(reader).run(unmuteSubject, { subject })
  expect(await muted()).toEqual([])
})

test('one chooses kind by kind; what is critical, or unknown, is not to be chosen', async () => {
  const { as, db } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const choose = (mail: string[], screen: string[] = []) => as(reader).run(chooseNotifications, { mail, screen })
  await expect(as().run(chooseNotifications, { mail: [`${kinds.quiet.code}=daily`] })).rejects.toMatchObject({ status: 401 })
  await expect(choose([`${kinds.critical.code}=never`])).rejects.toMatchObject({ code: 'notifications.kind-unknown' })
  await expect(choose(['tests.unknown=daily'])).rejects.toMatchObject({ code: 'notifications.kind-unknown' })
  await expect(choose([`${kinds.quiet.code}=hourly`])).rejects.toMatchObject({ status: 422 })
  await choose([`${kinds.quiet.code}=weekly`, `${kinds.daily.code}=daily`], [kinds.daily.code])
  const of = async (person: { id: string }, code: string) => (await as(person).run(showNotificationPreferences, {})).kinds.find((one) => one.code === code)
  expect(await of(reader, kinds.quiet.code)).toMatchObject({ onScreen: false, mail: 'weekly' })
  expect(await of(other, kinds.quiet.code)).toMatchObject({ onScreen: true, mail: 'never' })
  expect(await of(reader, kinds.critical.code)).toMatchObject({ isCritical: true })
  // What is as declared is not kept.
  expect(await db.selectFrom('notifications.preference').select('kind').where('person_id', '=', reader.id).execute()).toEqual([{ kind: kinds.quiet.code }])
})

test('hours go together, and an edition of an older page is told', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const set = (given: Partial<typeof rhythm> | { quietFrom?: number; quietTo?: number }, version = 0) => as(reader).run(setNotificationRhythm, { ...rhythm, ...given }, { version })
  await expect(set({ quietFrom: 22 })).rejects.toMatchObject({ code: 'notifications.quiet-half' })
  await expect(set({ quietFrom: 22, quietTo: 22 })).rejects.toMatchObject({ code: 'notifications.quiet-whole' })
  await expect(set({ quietFrom: 24, quietTo: 7 })).rejects.toMatchObject({ status: 422 })
  await expect(as().run(setNotificationRhythm, rhythm, { version: 0 })).rejects.toMatchObject({ status: 401 })
  await set({ quietFrom: 22, quietTo: 7 })
  await expect(set({})).rejects.toMatchObject({ code: 'stale' })
  expect((await as(reader).run(showNotificationPreferences, {})).rhythm).toEqual({ quietFrom: 22, quietTo: 7, digestHour: 8, digestDay: 1, digests: true, version: 1 })
})

test('whatever a query forgets, the database gives and takes a person’s own rows alone, and none without a person', async () => {
  const { pools, as } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  await toldTo(reader, 'secret')
  await as(reader).run(chooseNotifications, { mail: [`${kinds.quiet.code}=weekly`] })
  await as(reader).run(setNotificationRhythm, rhythm, { version: 0 })
  const thread = aThread()
  await as(reader).run(muteSubject, { subject: `${thread.kind}:${thread.id}` })
  const seenBy = (person: { id: string }) => kyselyAs(pools.portal, { person: person.id, organisations: '{}', principals: '{}', entry: '' })
  for (const table of ['notification', 'preference', 'rhythm', 'mute']) {
    const all = sql<{ person_id: string }>`select person_id from notifications.${sql.ref(table)}`
    expect((await all.execute(seenBy(reader))).rows).toContainEqual({ person_id: reader.id })
    expect((await all.execute(seenBy(other))).rows.filter((row) => row.person_id !== other.id)).toEqual([])
    await expect(all.execute(kyselyOn(pools.portal))).rejects.toThrow(/app\.person|uuid/)
  }
  const forged = sql`insert into notifications.mute (person_id, subject, at) values (${reader.id}, 'a.b:c', now())`
  await expect(forged.execute(seenBy(other))).rejects.toThrow(/row-level security/)
  for (const table of ['happening', 'letter', 'unsubscription', 'request']) {
    await expect(sql`select from notifications.${sql.ref(table)}`.execute(seenBy(reader))).rejects.toThrow(/permission denied/)
  }
})
