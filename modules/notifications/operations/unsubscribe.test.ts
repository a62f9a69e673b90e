import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { sql } from 'kysely'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aPerson, kinds, tell, world } from '../fixtures.ts'
import { collectDueMail } from '../jobs/upkeep.ts'
import { execute } from '#kernel/fact/execution.ts'
import { listNotifications } from './list-notifications.ts'
import { showNotificationPreferences } from './show-notification-preferences.ts'
import { showUnsubscription } from './show-unsubscription.ts'
import { unsubscribe } from './unsubscribe.ts'

const box = aMailbox()
const params = (title: string) => ({ id: v7(), title })
const tokenOf = (address: string) => /desabonnement\/([\w-]{43})/.exec(box.to(address).at(-1)?.headers.get('list-unsubscribe') ?? '')![1]!

test('the link of a mail stops that kind by mail, without signing in, and nothing else', async () => {
  const { as } = await world()
  const [reader, other] = [await aPerson(), await aPerson()]
  await tell({ to: [reader.id, other.id], kind: kinds.atOnce, params: params('Un') })
  const token = tokenOf(reader.email)
  expect(await as().run(showUnsubscription, { token })).toEqual({ isDigest: false, labels: ['Essai de at-once'], isDone: false, token })
  // Looking has changed nothing.
  expect((await as().run(showUnsubscription, { token })).isDone).toBe(false)
  await as().run(unsubscribe, { token })
  await as().run(unsubscribe, { token })
  expect((await as().run(showUnsubscription, { token })).isDone).toBe(true)
  await tell({ to: [reader.id, other.id], kind: kinds.atOnce, params: params('Deux') })
  expect([box.to(reader.email).length, box.to(other.email).length]).toEqual([1, 2])
  expect((await as(reader).run(listNotifications, {})).notifications).toHaveLength(2)
  await tell({ to: [reader.id], kind: kinds.critical, params: params('Danger') })
  expect(box.to(reader.email)).toHaveLength(2)
})

test('the link of a digest stops digests, whatever they would hold', async () => {
  const { as, db, pools, work } = await world()
  const reader = await aPerson()
  const collect = async () => {
    await db.updateTable('notifications.notification').set({ mail_at: sql`now() - interval '1 second'` }).where('mail_at', 'is not', null).execute()
    await execute(pools.worker, collectDueMail, {})
    await work()
  }
  await tell({ to: [reader.id], kind: kinds.daily, params: params('Un') })
  await collect()
  const token = tokenOf(reader.email)
  await tell({ to: [reader.id], kind: kinds.weekly, params: params('Attend') })
  await as().run(unsubscribe, { token })
  await tell({ to: [reader.id], kind: kinds.weekly, params: params('Après') })
  await collect()
  expect(box.to(reader.email)).toHaveLength(1)
  expect((await as().run(showUnsubscription, { token })).isDone).toBe(true)
  expect((await as(reader).run(showNotificationPreferences, {})).rhythm.digests).toBe(false)
})

test('a secret that opens nothing stops nothing, and is told apart from none', async () => {
  const { as } = await world()
  for (const token of ['x', 'A'.repeat(43)]) {
    await expect(as().run(showUnsubscription, { token })).rejects.toMatchObject({ status: 404 })
    await expect(as(await aPerson()).run(unsubscribe, { token })).rejects.toMatchObject({ status: 404 })
  }
})
