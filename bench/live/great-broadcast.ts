import { once } from 'node:events'
import type { Pool } from 'pg'
import { aCrowd } from '#modules/live/testing/crowd.ts'
import { openSide, said, start } from './sides.ts'

interface Options {
  /** Address of the database for a role. */
  address: (role: string) => string
  owner: Pool
  people: number
  /** Pages that listen meanwhile, whose messages are timed. */
  pages: number
  rate: number
  seconds: number
}

const sorted = (values: readonly number[]) => values.toSorted((first, second) => first - second)

/**
 * An administrator tells everybody something, which a worker writes in batches, while people are told other things at a steady rate: what
 * these take alone and meanwhile, in milliseconds, and how many people a second were written to.
 */
export const greatBroadcast = async ({ address, owner, people, pages, rate, seconds }: Options) => {
  const crowd = await aCrowd(owner, people)
  await owner.query('vacuum analyze')
  const { rows: [everybody] } = await owner.query<{ count: number }>('select count(*)::int as count from identity.card where not is_erased')
  // Pages spread over the batches, which go by the order of people's keys.
  const listening = crowd.filter((_, place) => place % Math.ceil(people / pages) === 0)
  const side = await openSide('ours', address('sillage_portal'), listening)
  const worker = await start('worker.ts', {
    worker: address('sillage_worker'), backOffice: address('sillage_back_office'), administrator: crowd[0]!.id,
  }, ['--expose-gc'])
  const stop = async () => {
    const ended = once(worker, 'exit')
    worker.kill('SIGTERM')
    await Promise.all([ended, side.stop()])
  }
  try {
    await said(worker)
    await side.steadily(rate, rate)
    const alone = await side.steadily(rate, rate * seconds)
    const began = performance.now()
    await said(worker, { ask: 'publish' })
    const told = async () => (await owner.query<{ count: number }>(
      `select count(*)::int as count from live.entry where topic like 'notifications.%'`)).rows[0]!.count
    const meanwhile: number[] = []
    let isOver = false
    do {
      meanwhile.push(...await side.steadily(rate, rate * 2))
      isOver = await told() >= everybody!.count
    } while (!isOver)
    const perSecond = everybody!.count * 1000 / (performance.now() - began)
    return { alone: sorted(alone), meanwhile: sorted(meanwhile), perSecond, told: everybody!.count }
  } finally {
    await stop()
  }
}
