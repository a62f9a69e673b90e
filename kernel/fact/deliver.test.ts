import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 } from '../id.ts'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { module } from '../operation/module.ts'
import { command, type Context } from '../operation/operation.ts'
import { anyone } from '../operation/rule.ts'
import { worldOf } from '../testing/world.ts'
import { deliver } from './deliver.ts'
import { fact } from './fact.ts'
import { reaction } from './reaction.ts'

const counted = fact({ name: 'count.counted', data: z.object({ subject: z.string(), value: z.int() }), subject: ({ subject }) => subject })
const count = command({
  http: 'POST /count', input: z.object({ subject: z.string(), value: z.int() }), output: z.object({}), allow: anyone,
  run: async (context: Context, input) => {
    // As a command that changes its subject holds the row until it commits.
    await sql`select pg_advisory_xact_lock(hashtextextended(${input.subject}, 0))`.execute(context.db)
    await context.record(counted, input)
    return {}
  },
})
let seen: { subject: string; value: number }[] = []
let refuse: (value: number) => boolean = () => false
const listen = reaction({ name: 'count.listen', to: counted, run: async (_, data) => {
  if (refuse(data.value)) throw new Error('not now')
  seen.push(data)
} })
const world = worldOf(module({ name: 'count', folder: 'kernel/none', operations: { count }, facts: [counted], reactions: [listen] }))
/** Other tests' transactions, in other databases of the server, may hold facts back for a moment. */
const deliverAll = async (failed: (failure: unknown) => void = () => undefined) => {
  const { pools } = await world()
  while (await deliver(pools.worker, [listen], failed)) await pause(10)
}
beforeEach(() => { seen = []; refuse = () => false })

test('facts of concurrent commands all arrive, once, each subject in the order of its commits', async () => {
  const { as, pools, db } = await world()
  const subjects = ['a', 'b', 'c']
  const committed: Record<string, number[]> = { a: [], b: [], c: [] }
  let delivering = true
  const worker = (async () => { while (delivering) await deliver(pools.worker, [listen], () => undefined) })()
  await Promise.all(subjects.flatMap((subject) => Array.from({ length: 40 }, (_, value) => as().run(count, { subject, value }))))
  delivering = false
  await worker
  await deliverAll()
  const rows = await db.selectFrom('kernel.fact').select(['subject', 'data']).orderBy('sequence').execute()
  for (const row of rows) committed[row.subject]!.push(row.data.value)
  for (const subject of subjects) expect(seen.filter((one) => one.subject === subject).map(({ value }) => value)).toEqual(committed[subject])
  expect(seen).toHaveLength(120)
})

test('a reaction that fails is tried again later and holds back its subject only', async () => {
  const { as, db } = await world()
  const [slow, fast] = [v7(), v7()]
  refuse = (value) => value === 1
  for (const value of [1, 2]) for (const subject of [slow, fast]) await as().run(count, { subject, value: subject === fast ? value + 10 : value })
  const failures: unknown[] = []
  await deliverAll((failure) => failures.push(failure))
  expect(failures).toEqual([expect.objectContaining({ reaction: 'count.listen', attempts: 1 })])
  expect(seen).toEqual([{ subject: fast, value: 11 }, { subject: fast, value: 12 }])
  refuse = () => false
  await db.updateTable('kernel.delivery').set({ due_at: new Date(0).toISOString() }).execute()
  await deliverAll()
  expect(seen.slice(2)).toEqual([{ subject: slow, value: 1 }, { subject: slow, value: 2 }])
})

test('a fact that commits late is not skipped', async () => {
  const { as, pools } = await world()
  const client = await pools.owner.connect()
  await client.query('begin')
  await client.query(`insert into kernel.fact (id, name, version, subject, data, recorded_at, keep_until)
    values ($1, 'count.counted', 1, 'late', '{"subject":"late","value":1}', now(), now() + interval '1 day')`, [v7()])
  await as().run(count, { subject: 'early', value: 2 })
  await deliver(pools.worker, [listen], () => undefined)
  await client.query('commit')
  client.release()
  await deliverAll()
  expect(seen).toHaveLength(2)
  expect(seen).toEqual(expect.arrayContaining([{ subject: 'late', value: 1 }, { subject: 'early', value: 2 }]))
})
