import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aPerson, aThread, kinds, tell, world } from './fixtures.ts'
import { collectMail, sendLetter } from './jobs/collect-mail.ts'
import { collectDueMail } from './jobs/upkeep.ts'
import { chooseNotifications } from './operations/choose-notifications.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { readAllNotifications } from './operations/read-all-notifications.ts'
import { setNotificationRhythm } from './operations/set-notification-rhythm.ts'

const box = aMailbox()
const params = (title: string) => ({ id: v7(), title })
const rhythm = { quietFrom: null, quietTo: null, digestHour: 8, digestDay: 1, digests: true }

/** Time passes until what waits for a person is due. */
const due = async (person: { id: string }) => {
  const { db, pools, work } = await world()
  await db.updateTable('notifications.notification').set({ mail_at: sql`now() - interval '1 second'` }).where('person_id', '=',
    person.id).where('mail_at', 'is not', null).execute()
  await execute(pools.worker, collectDueMail, {})
  await work()
}
const waiting = async (person: { id: string }) => (await (await world()).db.selectFrom('notifications.notification').select('mail_at')
  .where('person_id', '=', person.id).where('mail_at', 'is not', null).execute()).length

const dueAt = async (pace: string, at: string, zone: string, quiet: [number, number] | [null, null], digest: [number, number] = [8, 1]) => {
  const { rows: [row] } = await sql<{ due: string }>`select notifications.due_at(${pace}, ${at}::timestamptz, ${zone}, ${quiet[0]}::int, ${quiet[1]}::int,
    ${digest[0]}::int, ${digest[1]}::int) as due`.execute((await world()).db)
  return row!.due
}

test('a kind that wants it leaves at once, with where it leads, how to choose and how to stop it in one click', async () => {
  const reader = await aPerson()
  const given = params('Tout de suite')
  await tell({ to: [reader.id], kind: kinds.atOnce, params: given })
  const [letter, ...others] = box.to(reader.email)
  expect(others).toEqual([])
  expect(letter!.subject).toBe('Une personne : Tout de suite')
  expect(letter!.text).toContain(`https://sillage.example/essais/${given.id}`)
  expect(letter!.text).toContain('https://sillage.example/notifications/reglages')
  expect(letter!.html).toContain('prefers-color-scheme: dark')
  expect(letter!.headers.get('list-unsubscribe')).toMatch(/^<https:\/\/sillage\.example\/notifications\/desabonnement\/[\w-]{43}>$/)
  expect(letter!.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
})

test('a critical one leaves at once in spite of choices and quiet hours, and cannot be stopped', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const hour = Number(new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', hour12: false, timeZone: 'Europe/Paris' }).format(new Date()).slice(0, 2)) % 24
  await as(reader).run(setNotificationRhythm, { ...rhythm, quietFrom: hour, quietTo: (hour + 3) % 24 }, { version: 0 })
  await tell({ to: [reader.id], kind: kinds.atOnce, params: params('La nuit') })
  expect([box.to(reader.email).length, await waiting(reader)]).toEqual([0, 1])
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect(box.to(reader.email)).toMatchObject([{ subject: 'Une personne : Danger' }])
  expect(box.to(reader.email)[0]!.headers.has('list-unsubscribe')).toBe(false)
  await due(reader)
  expect(box.to(reader.email).map(({ subject }) => subject)).toEqual(['Une personne : Danger', 'Une personne : La nuit'])
})

test('quiet hours are the person’s own, also over midnight and when clocks change; digests come at their hour and day', async () => {
  const night = [22, 7] as [number, number]
  expect(await dueAt('at-once', '2026-01-15T12:00:00Z', 'Europe/Paris', night)).toBe('2026-01-15T12:00:00.000Z')
  expect(await dueAt('at-once', '2026-01-15T22:30:00Z', 'Europe/Paris', night)).toBe('2026-01-16T06:00:00.000Z')
  expect(await dueAt('at-once', '2026-01-16T03:00:00Z', 'Europe/Paris', night)).toBe('2026-01-16T06:00:00.000Z')
  expect(await dueAt('at-once', '2026-01-16T06:00:00Z', 'Europe/Paris', night)).toBe('2026-01-16T06:00:00.000Z')
  // The same instant is the evening in Guadeloupe.
  expect(await dueAt('at-once', '2026-01-16T03:00:00Z', 'America/Guadeloupe', night)).toBe('2026-01-16T11:00:00.000Z')
  expect(await dueAt('at-once', '2026-01-16T03:00:00Z', 'America/Guadeloupe', [null, null])).toBe('2026-01-16T03:00:00.000Z')
  expect(await dueAt('at-once', '2026-01-15T12:30:00Z', 'Europe/Paris', [12, 14])).toBe('2026-01-15T13:00:00.000Z')
  // The night of 28 to 29 March 2026 has one hour less.
  expect(await dueAt('at-once', '2026-03-28T23:00:00Z', 'Europe/Paris', night)).toBe('2026-03-29T05:00:00.000Z')
  expect(await dueAt('daily', '2026-01-15T06:59:00Z', 'Europe/Paris', [null, null])).toBe('2026-01-15T07:00:00.000Z')
  expect(await dueAt('daily', '2026-01-15T07:00:00Z', 'Europe/Paris', [null, null])).toBe('2026-01-16T07:00:00.000Z')
  // 15 January 2026 is a Thursday.
  expect(await dueAt('weekly', '2026-01-15T07:00:00Z', 'Europe/Paris', [null, null])).toBe('2026-01-19T07:00:00.000Z')
  expect(await dueAt('weekly', '2026-01-15T06:00:00Z', 'Europe/Paris', [null, null], [18, 4])).toBe('2026-01-15T17:00:00.000Z')
  expect(await dueAt('weekly', '2026-01-15T18:00:00Z', 'Indian/Reunion', [null, null], [18, 4])).toBe('2026-01-22T14:00:00.000Z')
})

test('a digest waits for its hour, holds what is unread, and leaves once however often its jobs run', async () => {
  const { as, pools, db } = await world()
  const reader = await aPerson()
  await tell({ to: [reader.id], kind: kinds.daily, params: params('lue avant') })
  await as(reader).run(readAllNotifications, { until: new Date().toISOString() })
  await tell({ to: [reader.id], kind: kinds.daily, params: params('premier') })
  await tell({ to: [reader.id], kind: kinds.weekly, params: params('second') })
  expect([box.to(reader.email).length, await waiting(reader)]).toEqual([0, 3])
  await due(reader)
  expect(box.to(reader.email)).toMatchObject([{ subject: 'Votre récapitulatif\u00a0: 2 notifications' }])
  const { text } = box.to(reader.email)[0]!
  expect(text).toContain('second')
  expect(text.indexOf('second')).toBeLessThan(text.indexOf('premier'))
  expect(text).not.toContain('lue avant')
  const letter = await db.selectFrom('notifications.letter').selectAll().where('person_id', '=', reader.id).executeTakeFirstOrThrow()
  for (let times = 0; times < 3; times++) {
    await execute(pools.worker, collectMail, { personId: reader.id })
    await execute(pools.worker, sendLetter, { letterId: letter['id'] })
  }
  await Promise.all([1, 2, 3].map(() => execute(pools.worker, collectMail, { personId: reader.id })))
  await due(reader)
  expect([box.to(reader.email).length, await waiting(reader)]).toEqual([1, 0])
})

test('two workers that collect at once make one mail', async () => {
  const { db, pools, work } = await world()
  const reader = await aPerson()
  for (const title of ['un', 'deux', 'trois']) await tell({ to: [reader.id], kind: kinds.daily, params: params(title) })
  await db.updateTable('notifications.notification').set({ mail_at: sql`now() - interval '1 minute'` }).where('person_id', '=', reader.id).execute()
  await Promise.all([1, 2, 3, 4].map(() => execute(pools.worker, collectMail, { personId: reader.id })))
  await work()
  expect(box.to(reader.email)).toMatchObject([{ subject: 'Votre récapitulatif\u00a0: 3 notifications' }])
})

test('a digest of which nobody knows whether it left is not sent again; something critical is', async () => {
  const { db, pools } = await world()
  for (const [kind, count] of [[kinds.daily, 0], [kinds.critical, 1]] as const) {
    const reader = await aPerson()
    const id = v7()
    const at = '2026-01-01T00:00:00Z'
    // A worker wrote the letter, claimed its mail, and died while the server was spoken to.
    await db.insertInto('notifications.letter').values({ id, person_id: reader.id, is_digest: true, kinds: [kind.code], at }).execute()
    await db.insertInto('notifications.notification').values({
      id: v7(), person_id: reader.id, kind: kind.code, params: JSON.stringify(params('Doute')), within: [], is_critical: kind === kinds.critical, is_open: false,
      on_screen: true, at, letter_id: id,
    }).execute()
    await db.insertInto('mail.message').values({ id, kind: 'notifications.digest', state: 'claimed', message_id: `<${id}@sillage.example>`, at }).execute()
    await execute(pools.worker, sendLetter, { letterId: id })
    expect(box.to(reader.email)).toHaveLength(count)
    const { state } = await db.selectFrom('mail.message').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    expect(state).toBe(count ? 'sent' : 'uncertain')
  }
})

test('comments in a row do not make as many mails: the next mail comes an hour later, and says how many', async () => {
  const reader = await aPerson()
  const about = aThread()
  for (const key of ['1', '2', '3']) await tell({ to: [reader.id], kind: kinds.comment, about, params: { id: about.id, title: 'Le fil' }, key })
  expect(box.to(reader.email)).toHaveLength(1)
  expect(await waiting(reader)).toBe(1)
  await due(reader)
  expect(box.to(reader.email).map(({ subject }) => subject)).toEqual(['Une personne : Le fil', '3 nouveaux commentaires sur « Le fil »'])
})

test('who wants a kind by mail alone is not shown it; who wants no mail of it gets none, of what waits neither', async () => {
  const { as } = await world()
  const [byMail, onScreen] = [await aPerson(), await aPerson()]
  await as(byMail).run(chooseNotifications, { mail: [`${kinds.quiet.code}=at-once`], screen: [] })
  await tell({ to: [byMail.id], params: params('Par courriel') })
  expect(box.to(byMail.email)).toHaveLength(1)
  expect(await as(byMail).run(listNotifications, {})).toMatchObject({ notifications: [], unread: 0 })
  await tell({ to: [onScreen.id], kind: kinds.daily, params: params('Attend') })
  await as(onScreen).run(chooseNotifications, { mail: [`${kinds.daily.code}=never`], screen: [kinds.daily.code] })
  await due(onScreen)
  expect(box.to(onScreen.email)).toEqual([])
  expect((await as(onScreen).run(listNotifications, {})).notifications).toHaveLength(1)
})

test('hours that change move what waits; whoever wants no digest keeps what is on screen', async () => {
  const { as, db } = await world()
  const reader = await aPerson()
  await tell({ to: [reader.id], kind: kinds.daily, params: params('Attend') })
  const at = async () => String((await db.selectFrom('notifications.notification').select('mail_at').where('person_id', '=', reader.id).executeTakeFirstOrThrow())['mail_at'])
  const hourOf = async () => new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', timeZone: 'Europe/Paris' }).format(new Date(await at()))
  expect(await hourOf()).toMatch(/^08/)
  await as(reader).run(setNotificationRhythm, { ...rhythm, digestHour: 19 }, { version: 0 })
  expect(await hourOf()).toMatch(/^19/)
  await as(reader).run(setNotificationRhythm, { ...rhythm, digests: false }, { version: 1 })
  expect(await waiting(reader)).toBe(0)
  await tell({ to: [reader.id], kind: kinds.weekly, params: params('Plus de récapitulatif') })
  expect(await waiting(reader)).toBe(0)
  expect((await as(reader).run(listNotifications, {})).unread).toBe(2)
})
