import { afterEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { execute } from '#kernel/fact/execution.ts'
import { erasePerson, exportPerson } from '#kernel/testing/person-rows.ts'
import { v7 } from '#kernel/id.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aPerson, aThread, kinds, tell, world } from '../fixtures.ts'
import { collectPush } from '../jobs/collect-push.ts'
import { sendPush } from '../jobs/send-push.ts'
import { collectDuePush, pruneNotifications } from '../jobs/upkeep.ts'
import { chooseNotifications } from '../operations/choose-notifications.ts'
import { enrolDevice } from '../operations/enrol-device.ts'
import { listNotifications } from '../operations/list-notifications.ts'
import { muteSubject } from '../operations/mute-subject.ts'
import { readAllNotifications } from '../operations/read-all-notifications.ts'
import { removeDevice } from '../operations/remove-device.ts'
import { setNotificationRhythm } from '../operations/set-notification-rhythm.ts'
import { showNotificationPreferences } from '../operations/show-notification-preferences.ts'
import { aPushService } from '../testing/push-service.ts'
import { configurePush, pushConfigured, webPushOf } from './configuration.ts'

aMailbox()
const service = aPushService()
afterEach(() => {
  service.answers(() => 201)
  if (service.wrong.length > 0) throw service.wrong.pop() as Error
})

type Person = { id: string }
const params = (title: string) => ({ id: v7(), title })
/** A person who wants `kinds.quiet` on one device. */
const aReader = async () => {
  const reader = await aPerson()
  const device = service.subscribe()
  const { as } = await world()
  const { deviceId } = await as(reader).run(enrolDevice, device.given)
  await as(reader).run(chooseNotifications, { mail: [`${kinds.quiet.code}=never`], screen: [kinds.quiet.code], push: [kinds.quiet.code],
    withPush: true })
  return { reader, device, deviceId }
}
const preferences = async (person: Person) => (await world()).as(person).run(showNotificationPreferences, {})
const waiting = async (person: Person) => (await (await world()).db.selectFrom('notifications.notification').select('push_at')
  .where('person_id', '=', person.id).where('push_at', 'is not', null).execute()).length
const pushes = async (person: Person) => (await world()).db.selectFrom('notifications.push as push')
  .innerJoin('notifications.device as device', 'device.id', 'push.device_id').where('device.person_id', '=',
    person.id).selectAll('push').execute()
const due = async (person: Person) => {
  const { db, pools, work } = await world()
  await db.updateTable('notifications.notification').set({ push_at: sql`now() - interval '1 second'` }).where('person_id', '=',
    person.id).where('push_at', 'is not', null).execute()
  await execute(pools.worker, collectDuePush, {})
  await work()
}
/** A worker that died with the message in its hands, so many seconds ago. */
const claimed = async (personId: string, ago: number) => {
  const [one] = await pushes({ id: personId })
  await (await world()).db.updateTable('notifications.push').where('id', '=', one!['id'])
    .set({ state: 'claimed', at: sql`date_trunc('milliseconds', now() - make_interval(secs => ${ago}))` }).execute()
  return String(one!['id'])
}

test('a device is told the sort of thing and where to read it, encrypted for it alone; neither its content nor who did it', async () => {
  const { reader, device } = await aReader()
  const author = await aPerson({ firstName: 'Zoé', lastName: 'Blanc' })
  const given = params('Un titre secret')
  await tell({ to: [reader.id], by: author.id, params: given })
  expect(device.messages).toMatchObject([{
    ttl: 86_400, urgency: 'normal', payload: { title: 'Essai de quiet', href: `/essais/${given.id}`, stays: false },
  }])
  const [message] = device.messages
  expect(message!.topic).toBe(message!.payload.tag.replaceAll('-', ''))
  expect(JSON.stringify(message!.payload)).not.toMatch(/secret|Zoé/)
  expect(message!.bytes.toString('latin1')).not.toContain('Essai')
  expect(service.asked.at(-1)).not.toHaveProperty('cookie')
  expect((await preferences(reader)).push!.devices).toMatchObject([{ browser: 'firefox', usedAt: expect.any(String) }])
})

test('only kinds that one chose come, by default as the kind says; what is muted does not; what is critical always does, at once',
  async () => {
  const { as } = await world()
  const { reader, device } = await aReader()
  const [thread, base] = [aThread(), aThread()]
  await as(reader).run(muteSubject, { subject: `${base.kind}:${base.id}` })
  await tell({ to: [reader.id], kind: kinds.daily, params: params('non choisie') })
  await tell({ to: [reader.id], about: thread, within: [base], params: params('en sourdine') })
  await tell({ to: [reader.id], kind: kinds.critical, about: thread, within: [base], params: params('Danger') })
  expect(device.messages).toMatchObject([{ ttl: 345_600, urgency: 'high', payload: { title: 'Essai de account-in-danger', stays: true } }])
  const of = (await preferences(reader)).kinds.filter(({ code }) => code.startsWith('tests.')).map(({ code, push }) => [code, push])
  expect(Object.fromEntries(of)).toMatchObject({ [kinds.quiet.code]: true, [kinds.daily.code]: false, [kinds.atOnce.code]: true,
    [kinds.critical.code]: true })
  // A form without this column changes nothing of it.
  await as(reader).run(chooseNotifications, { mail: [`${kinds.quiet.code}=daily`], screen: [kinds.quiet.code] })
  expect((await preferences(reader)).kinds.find(({ code }) => code === kinds.quiet.code)).toMatchObject({ mail: 'daily', push: true })
})

test('quiet hours hold devices too, and what waited is told once, as one; what was read meanwhile is not', async () => {
  const { as } = await world()
  const { reader, device } = await aReader()
  const hour = Number(new Intl.DateTimeFormat('fr-FR',
    { hour: '2-digit', hour12: false, timeZone: 'Europe/Paris' }).format(new Date()).slice(0, 2)) % 24
  await as(reader).run(setNotificationRhythm, { quietFrom: hour, quietTo: (hour + 3) % 24, digestHour: 8, digestDay: 1, digests: true },
    { version: 0 })
  await tell({ to: [reader.id], params: params('lue') })
  await as(reader).run(readAllNotifications, { until: new Date().toISOString() })
  for (const title of ['un', 'deux', 'trois', 'quatre']) await tell({ to: [reader.id], params: params(title) })
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect([device.messages.length, await waiting(reader)]).toEqual([1, 5])
  await due(reader)
  expect(device.messages.slice(1)).toMatchObject([{ payload: { title: '4 notifications', href: '/notifications' } }])
  await due(reader)
  expect([device.messages.length, await waiting(reader)]).toEqual([2, 0])
})

test('several about the same thing replace each other on the device, an hour apart', async () => {
  const { as } = await world()
  const { reader, device } = await aReader()
  await as(reader).run(chooseNotifications, { mail: [`${kinds.comment.code}=never`], screen: [kinds.comment.code],
    push: [kinds.comment.code], withPush: true })
  const about = aThread()
  const comment = (key: string) => tell({ to: [reader.id], kind: kinds.comment, about, params: { id: about.id, title: 'Le fil' }, key })
  for (const key of ['1', '2', '3']) await comment(key)
  expect(device.messages).toHaveLength(1)
  await due(reader)
  expect(device.messages.map(({ payload }) => payload.body)).toEqual([undefined, '3 notifications'])
  expect(new Set(device.messages.map(({ payload }) => payload.tag)).size).toBe(1)
})

test('each device is told once, however often its jobs run and two at a time; a device that is taken away is told nothing more',
  async () => {
  const { as, pools, work } = await world()
  const { reader, device, deviceId } = await aReader()
  const second = service.subscribe()
  await as(reader).run(enrolDevice, second.given)
  await tell({ to: [reader.id], params: params('à deux') })
  await Promise.all([1, 2].map(() => execute(pools.worker, collectPush, { personId: reader.id })))
  await work()
  for (const { id } of await pushes(reader)) await execute(pools.worker, sendPush, { pushId: id })
  expect([device.messages.length, second.messages.length]).toEqual([1, 1])
  await as(reader).run(removeDevice, { deviceId })
  await tell({ to: [reader.id], params: params('à un') })
  expect([device.messages.length, second.messages.length]).toEqual([1, 2])
})

test('a browser that is gone is forgotten; an address inside of our network is never spoken to', async () => {
  const { as } = await world()
  for (const status of [404, 410]) {
    const { reader } = await aReader()
    service.answers(() => status)
    await tell({ to: [reader.id], params: params('perdue') })
    expect((await preferences(reader)).push!.devices).toEqual([])
  }
  const reader = await aPerson()
  const before = service.asked.length
  await as(reader).run(enrolDevice, service.subscribe('inside.example').given)
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect([service.asked.length - before, (await preferences(reader)).push!.devices]).toEqual([0, []])
})

test('a push service that is down is tried again, as late as it asks; one that refuses is not', async () => {
  const { pools, work } = await world()
  const [busy, refused, down] = [await aReader(), await aReader(), await aReader()]
  service.answers((id) => id === busy.device.id ? [429, { 'retry-after': '120' }] : id === refused.device.id ? 413 : 503)
  await tell({ to: [busy.reader.id], params: params('plus tard') })
  const { rows: [next] } = await sql<{ seconds: number }>`select extract(epoch from run_at - now())::int as seconds
    from graphile_worker.jobs
    where key like 'push:%' order by id desc limit 1`.execute((await world()).db)
  expect(next!.seconds).toBeGreaterThan(100)
  await tell({ to: [refused.reader.id], params: params('trop gros') })
  expect(await pushes(refused.reader)).toMatchObject([{ state: 'failed', status: 413 }])
  await expect(tell({ to: [down.reader.id], params: params('en panne') })).resolves.toBeUndefined()
  expect(await pushes(down.reader)).toMatchObject([{ state: 'waiting', status: 503 }])
  service.answers(() => 201)
  const [{ id }] = await pushes(down.reader) as [{ id: string }]
  await execute(pools.worker, sendPush, { pushId: id })
  await work()
  expect([down.device.messages.length, await pushes(down.reader)]).toMatchObject([1, [{ state: 'sent' }]])
})

test('after a doubt what is critical is given again, under the same topic and tag, and the rest is not', async () => {
  const { pools } = await world()
  const [normal, critical] = [await aReader(), await aReader()]
  await tell({ to: [normal.reader.id], params: params('une fois') })
  await tell({ to: [critical.reader.id], kind: kinds.critical, params: params('Danger') })
  // Somebody else holds it: it is left to them.
  const held = await claimed(normal.reader.id, 5)
  await expect(execute(pools.worker, sendPush, { pushId: held })).rejects.toMatchObject({ code: 'claimed' })
  for (const { reader } of [normal, critical]) await execute(pools.worker, sendPush, { pushId: await claimed(reader.id, 300) })
  expect([normal.device.messages.length, critical.device.messages.length]).toEqual([1, 2])
  expect(new Set(critical.device.messages.map(({ topic }) => topic)).size).toBe(1)
  expect(await pushes(normal.reader)).toMatchObject([{ state: 'uncertain' }])
  // A service that hangs up once it was reached may have taken it.
  service.answers(() => 'silence')
  await tell({ to: [normal.reader.id], params: params('silence') })
  expect((await pushes(normal.reader)).map(({ state }) => state)).toEqual(['uncertain', 'uncertain'])
})

test('a browser has one person: whoever turns it on takes it over; only oneself sees and removes one’s devices', async () => {
  const { as, db } = await world()
  const { reader, device, deviceId } = await aReader()
  const other = await aPerson()
  await expect(as().run(enrolDevice, device.given)).rejects.toMatchObject({ status: 401 })
  await expect(as({ ...reader, grants: [], timeZone: 'Europe/Paris', by: other.id }).run(enrolDevice,
    device.given)).rejects.toMatchObject({ status: 403 })
  await expect(as().run(removeDevice, { deviceId })).rejects.toMatchObject({ status: 401 })
  await expect(as(other).run(removeDevice, { deviceId })).rejects.toMatchObject({ status: 404 })
  expect((await preferences(other)).push!.devices).toEqual([])
  // The same browser again keeps its place.
  expect(await as(reader).run(enrolDevice, device.given)).toEqual({ deviceId })
  await as(other).run(enrolDevice, device.given)
  expect([(await preferences(reader)).push!.devices.length, (await preferences(other)).push!.devices.length]).toEqual([0, 1])
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect(device.messages).toEqual([])
  const changes = await db.selectFrom('audit.change').selectAll().where('table_name', '=', 'notifications.device').execute()
  expect(JSON.stringify(changes)).not.toContain(device.id)
})

test('what is no address, no key, or one device too many, is refused', async () => {
  const { as, db } = await world()
  const reader = await aPerson()
  const { given } = service.subscribe()
  const enrol = (more: Partial<typeof given>) => as(reader).run(enrolDevice, { ...given, ...more })
  for (const wrong of [{ endpoint: 'file:///etc/passwd' }, { endpoint: 'nothing' }, { p256dh: 'B' },
    { auth: 'x' }]) await expect(enrol(wrong)).rejects.toMatchObject({ status: 422 })
  await expect(enrol({ p256dh: `B${'A'.repeat(86)}` })).rejects.toMatchObject({ code: 'notifications.device-unreadable' })
  for (let one = 0; one < 20; one++) await as(reader).run(enrolDevice, service.subscribe().given)
  await expect(enrol({})).rejects.toMatchObject({ code: 'notifications.too-many-devices' })
  await db.updateTable('notifications.device').set({ at: sql`now() - interval '366 days'` }).where('person_id', '=', reader.id).execute()
  await execute((await world()).pools.worker, pruneNotifications, {})
  expect((await preferences(reader)).push!.devices).toEqual([])
})

test('devices go with the person who leaves, and are in what they take away; who is suspended is told nothing', async () => {
  const { db, pools, modules } = await world()
  const { reader, device } = await aReader()
  const client = await pools.owner.connect()
  try {
    expect((await exportPerson(client, modules, reader.id))['notifications.device']).toMatchObject([{ browser: 'firefox' }])
    await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', reader.id).execute()
    await db.insertInto('notifications.notification').values({
      id: v7(), person_id: reader.id, kind: kinds.critical.code, params: JSON.stringify(params('Danger')), within: [], is_critical: true,
        is_open: false, on_screen: true,
      at: new Date().toISOString(), push_at: new Date().toISOString(),
    }).execute()
    await due(reader)
    expect(device.messages).toEqual([])
    await erasePerson(client, modules, reader.id)
  } finally {
    client.release()
  }
  expect(await db.selectFrom('notifications.device').select('id').where('person_id', '=', reader.id).execute()).toEqual([])
})

test('not configured, it is offered to nobody; wrong settings are named, never quoted', async () => {
  const { as } = await world()
  const { keys } = service
  const { webPush, outside } = pushConfigured()
  const { reader, device } = await aReader()
  configurePush(undefined)
  expect((await preferences(reader)).push).toBeNull()
  await expect(as(reader).run(enrolDevice, device.given)).rejects.toMatchObject({ code: 'notifications.push-not-offered' })
  await tell({ to: [reader.id], params: params('sans appareil') })
  expect([(await as(reader).run(listNotifications, {})).unread, await waiting(reader), device.messages.length]).toEqual([1, 0, 0])
  configurePush(webPush, outside)

  const given = { WEB_PUSH_PUBLIC_KEY: keys.publicKey, WEB_PUSH_PRIVATE_KEY: keys.privateKey,
    MAIL_FROM: 'Sillage <bonjour@sillage.example>', origin: 'http://localhost:3000' }
  expect(webPushOf({ origin: given.origin })).toBeUndefined()
  expect(webPushOf(given)).toEqual({ ...keys, contact: 'mailto:bonjour@sillage.example' })
  expect(webPushOf({ ...given, WEB_PUSH_CONTACT: 'https://sillage.example/aide' })!.contact).toBe('https://sillage.example/aide')
  for (const wrong of [{ WEB_PUSH_PRIVATE_KEY: undefined }, { WEB_PUSH_PRIVATE_KEY: 'A'.repeat(43) },
    { WEB_PUSH_PUBLIC_KEY: `B${'A'.repeat(86)}` }, { MAIL_FROM: undefined }]) {
    const refused = (() => { try { return webPushOf({ ...given, ...wrong }) } catch (error) { return error as Error } })() as Error
    expect(refused.name).toBe('WebPushError')
    expect(refused.message).not.toContain(keys.privateKey)
  }
})
