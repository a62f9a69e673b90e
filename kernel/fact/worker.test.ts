import pino from 'pino'
import { v7 } from '../id.ts'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { module } from '../operation/module.ts'
import { command, type Context } from '../operation/operation.ts'
import { anyone } from '../operation/rule.ts'
import { worldOf } from '../testing/world.ts'
import { fact } from './fact.ts'
import { job } from './job.ts'
import { reaction } from './reaction.ts'
import { listen } from './wake.ts'
import { startWorker } from './worker.ts'

const asked = fact({ name: 'wake.asked', data: z.object({ subject: z.string() }), subject: ({ subject }) => subject })
const ask = command({
  http: 'POST /ask', input: z.object({}), output: z.object({}), allow: anyone,
  run: async (context: Context) => { await context.record(asked, { subject: v7() }); return {} },
})
const done: string[] = []
const last = job({ name: 'wake.last', payload: z.object({}).loose(), run: async () => { done.push('job'); return {} } })
const first = reaction({ name: 'wake.first', to: asked, run: async ({ enqueue }) => { done.push('reaction'); await enqueue(last, {}, { key: v7() }) } })
const all = module({ name: 'wake', folder: 'kernel/none', operations: { ask }, facts: [asked], reactions: [first], jobs: [last] })
const world = worldOf(all)

test('portals are told of what the worker changed, as of what a command did', async () => {
  const { as, pools, address } = await world()
  let told = 0
  const listener = listen(address('sillage_portal'), ['public'], () => { told++ })
  await listener.ready
  const worker = await startWorker({ url: address('sillage_worker'), pool: pools.worker, modules: [all], log: pino({ level: 'silent' }) })
  try {
    const before = told
    await as().run(ask, {})
    worker.wake()
    await vi.waitFor(() => { expect(done).toEqual(['reaction', 'job']) }, 10_000)
    await vi.waitFor(() => { expect(told).toBeGreaterThan(before) }, 5000)
  } finally {
    await worker.stop()
    await listener.stop()
  }
})
