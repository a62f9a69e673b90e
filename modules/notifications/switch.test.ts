import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { switches } from '#modules/switches/module.ts'
import { aPerson, aThread, kinds, tell, world } from './fixtures.ts'
import { collectMail } from './jobs/collect-mail.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { setNotificationRhythm } from './operations/set-notification-rhythm.ts'
import { withdraw } from './withdraw.ts'

const box = aMailbox()
const { turnOff, liftSwitch, listSwitches } = switches.backOffice.operations
const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
type Person = { id: string }

const close = async (person: Person): Promise<string> => {
  const { as } = await world()
  return (await as(admin).run(turnOff!, { feature: 'notifications', personId: person.id,
    reason: 'Une boucle' }) as { switchId: string }).switchId
}
const lift = async (switchId: string, held: 'send' | 'return') => {
  const { as, work } = await world()
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held })
  await work()
}
const held = async (switchId: string) =>
  (await (await world()).as(admin).run(listSwitches!,
    {}) as { on: { id: string; held: number; waiting: string }[] }).on.find(({ id }) => id === switchId)
const titles = async (person: Person) => (await (await world()).as(person).run(listNotifications,
  {})).notifications.map(({ title }) => title)
const params = (title: string) => ({ id: v7(), title })
const subjects = ({ email }: { email: string }) => box.to(email).map(({ subject }) => subject)

test('switched off, nothing is told but what is critical; it is counted, and told at once when it is lifted, in one mail', async () => {
  const { pools } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  const switchId = await close(reader)
  for (const title of ['un', 'deux']) await tell({ to: [reader.id, other.id], kind: kinds.atOnce, params: params(title) })
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect([await titles(reader), (await titles(other)).length]).toEqual([['Une personne\u00a0: Danger'], 2])
  expect([subjects(reader).length, subjects(other).length]).toEqual([1, 2])
  expect(await held(switchId)).toMatchObject({ held: 2, waiting: '2 notifications attendent.' })
  await lift(switchId, 'send')
  expect(await titles(reader)).toHaveLength(3)
  // Their mail waits for the last of what was held.
  expect(subjects(reader)).toHaveLength(1)
  await execute(pools.worker, collectMail, { personId: reader.id })
  await (await world()).work()
  expect(subjects(reader)).toEqual(['Une personne\u00a0: Danger'.replace('\u00a0', ' '), '2 notifications'])
  expect(await titles(other)).toHaveLength(2)
})

test('dropped, as the administrator chose, it is never told; what was withdrawn meanwhile is not either', async () => {
  const { pools, db } = await world()
  const reader = await aPerson()
  const first = await close(reader)
  await tell({ to: [reader.id], kind: kinds.atOnce, params: params('abandonnée') })
  await lift(first, 'return')
  expect([await titles(reader), subjects(reader)]).toEqual([[], []])
  const second = await close(reader)
  const about = aThread()
  await tell({ to: [reader.id], kind: kinds.atOnce, about, params: params('retirée') })
  await tell({ to: [reader.id], kind: kinds.quiet, params: params('gardée') })
  const { kyselyOn } = await import('#kernel/db/connection.ts')
  await withdraw({ db: kyselyOn<any>(pools.worker) } as never, about, [reader.id])
  expect(await held(second)).toMatchObject({ held: 1 })
  await lift(second, 'send')
  expect(await titles(reader)).toEqual(['Une personne\u00a0: gardée'])
  expect([await db.selectFrom('notifications.request').select('id').execute(),
    await db.selectFrom('switches.held').select('id').execute()]).toEqual([[], []])
})

test('another switch takes over what it still closes; a mail that was due before it waits too', async () => {
  const { as, pools, db, work } = await world()
  const reader = await aPerson()
  const hour = new Date().getUTCHours()
  await as(reader).run(setNotificationRhythm, { quietFrom: (hour + 20) % 24, quietTo: (hour + 6) % 24, digestHour: 8, digestDay: 1,
    digests: true }, { version: 0 })
  await tell({ to: [reader.id], kind: kinds.atOnce, params: params('la nuit') })
  const [one, two] = [await close(reader), await close(reader)]
  await tell({ to: [reader.id], kind: kinds.atOnce, params: params('coupée') })
  await db.updateTable('notifications.notification').set({ mail_at: new Date().toISOString() }).where('person_id', '=', reader.id).execute()
  await execute(pools.worker, collectMail, { personId: reader.id })
  await work()
  expect([subjects(reader), (await held(one))!.held]).toEqual([[], 1])
  await lift(one, 'send')
  expect([(await titles(reader)).length, (await held(two))!.held]).toEqual([1, 1])
  await lift(two, 'send')
  await execute(pools.worker, collectMail, { personId: reader.id })
  await work()
  expect([(await titles(reader)).length, subjects(reader)]).toEqual([2, ['Une personne : la nuit']])
})
