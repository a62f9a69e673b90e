import { z } from 'zod'
import { expect, test } from 'vitest'
import { job } from '#kernel/fact/job.ts'
import { fact } from '#kernel/fact/fact.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { v7 } from '#kernel/id.ts'
import { module } from '#kernel/operation/module.ts'
import { command, type Context } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { switches } from '#modules/switches/module.ts'
import { send } from './api.ts'
import { aMailbox } from './fixtures.ts'
import { mail } from './module.ts'

const mailbox = aMailbox()
const asked = fact({ name: 'post.asked', data: z.object({ to: z.string(), personId: z.uuid() }), subject: ({ to }) => to })
const post = job({
  name: 'post.send', payload: z.object({ to: z.string(), personId: z.uuid() }), attempts: 1,
  run: async (context: WorkerContext, { to, personId }) => { await send(context, { to, personId, kind: 'post.letter', subject: 'Un',
    text: 'Un', html: 'Un' }) },
})
const write = command({
  http: 'POST /post', input: z.object({ to: z.string(), personId: z.uuid() }), output: z.null(), allow: anyone,
  run: async (context: Context, data) => {
    await context.record(asked, data)
    return null
  },
})
const world = worldOf(module({
  name: 'post', folder: 'modules/mail/testing', needs: [mail], operations: { write }, facts: [asked], jobs: [post],
  reactions: [reaction({ name: 'post.send-asked', to: asked, run: (context: WorkerContext, data) => context.enqueue(post, data) })],
}))

const { turnOff, liftSwitch, listSwitches } = switches.backOffice.operations
const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }

/** How much waits for a switch, as the back office says it. */
const waitingFor = async (switchId: string) => {
  const { on } = await (await world()).as(admin).run(listSwitches!, {}) as { on: { id: string; held: number; waiting: string }[] }
  const found = on.find(({ id }) => id === switchId)
  return found && [found.held, found.waiting]
}

test('what is switched off for a person waits whole, leaves once lifted, and only once; others get theirs', async () => {
  const { as, work } = await world()
  const [one, other] = [{ to: `${v7()}@example.org`, personId: v7() }, { to: `${v7()}@example.org`, personId: v7() }]
  const { switchId } = await as(admin).run(turnOff!, { feature: 'mail', personId: one.personId, reason: 'Plainte' }) as { switchId: string }
  for (const letter of [one, other]) await as().run(write, letter)
  await work()
  expect([mailbox.to(one.to).length, mailbox.to(other.to).length]).toEqual([0, 1])
  expect(await waitingFor(switchId)).toEqual([1, 'Un courriel attend.'])
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held: 'send' })
  await work()
  await work()
  expect([mailbox.to(one.to).length, mailbox.to(other.to).length]).toEqual([1, 1])
})

test('what waited is dropped when the administrator chose so, and what another switch holds stays', async () => {
  const { as, db, work } = await world()
  const [one, other] = [{ to: `${v7()}@example.org`, personId: v7() }, { to: `${v7()}@example.org`, personId: v7() }]
  const close = async ({ personId }: { personId: string }) =>
    (await as(admin).run(turnOff!, { feature: 'mail', personId, reason: 'Une boucle' }) as { switchId: string }).switchId
  const [dropped, kept] = [await close(one), await close(other)]
  for (const letter of [one, one, other]) await as().run(write, letter)
  await work()
  // The same mail asked twice waits once.
  expect([await waitingFor(dropped), await waitingFor(kept)]).toEqual([[1, 'Un courriel attend.'], [1, 'Un courriel attend.']])
  await as(admin).run(liftSwitch!, { switchId: dropped, reason: 'Réglé', held: 'return' })
  await work()
  await work()
  expect([mailbox.to(one.to).length, (await waitingFor(kept))![0]]).toEqual([0, 1])
  await as(admin).run(liftSwitch!, { switchId: kept, reason: 'Réglé', held: 'send' })
  await work()
  expect([mailbox.to(one.to).length, mailbox.to(other.to).length]).toEqual([0, 1])
  expect(await db.selectFrom('switches.held').select('id').execute()).toEqual([])
})

test('switched off for everybody, nothing leaves but what lets people in', async () => {
  const { as, pools, work } = await world()
  const to = `${v7()}@example.org`
  const { switchId } = await as(admin).run(turnOff!, { feature: 'mail', reason: 'Panne' }) as { switchId: string }
  const context = { ...(await world()).engine.context({ actor: admin, origin: { request: 'test' } }),
    enqueue: async () => undefined } as WorkerContext
  const worker = { ...context, db: (await import('#kernel/db/connection.ts')).kyselyOn<any>(pools.worker) }
  const letter = { to, kind: 'post.letter', subject: 'Un', text: 'Un', html: 'Un' }
  await expect(send(worker, letter)).rejects.toMatchObject({ name: 'MailError', code: `switched-off ${switchId}` })
  expect(await send(worker, { ...letter, essential: true })).toMatchObject({ state: 'sent' })
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réparé', held: 'send' })
  await work()
  expect(await send(worker, letter)).toMatchObject({ state: 'sent' })
  expect(mailbox.to(to)).toHaveLength(2)
})
