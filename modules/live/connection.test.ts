import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { CLOSED, Written, type Carrier } from './carrier.ts'
import { Connection } from './connection.ts'
import { RETRY } from './envelope.ts'
import type { Entry } from './stream.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const person = v7()
const entryOf = (seq: number): Entry => ({
  seq, id: v7(), at: new Date().toISOString(), topic: 'tests.told', operation: 'UPDATE', type: 'REALTIME', priority: 'NORMAL',
  subject_kind: null, subject_id: null, version: null, asks: true, expires_at: null,
})

/** A connection over a carrier whose network takes what the test says, and the stream that it reads. */
const aConnection = async () => {
  const stream: Entry[] = []
  const sent: { seq: number; attempts: number }[] = []
  const network = { buffered: 0, closed: 0, alive: true }
  const carrier: Carrier = {
    entry: (seq, { json }) => { sent.push({ seq, attempts: Number(json) }) }, say: () => undefined,
    get buffered() { return network.buffered }, beat: () => network.alive, close: (code) => { network.closed = code },
  }
  const connection = new Connection(person, '', carrier, {
    begin: async () => ({ seq: 0, reset: false }), after: async (_, seq) => stream.filter((one) => one.seq > seq).slice(0, 200),
    write: (_, attempts) => new Written(String(attempts)), acknowledged: () => undefined, failed: (error) => { throw error },
  })
  const tell = (asks = false) => {
    stream.push({ ...entryOf(stream.length + 1), asks })
    connection.offer(stream.length, new Written('0'), asks)
  }
  const wait = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await vi.advanceTimersByTimeAsync(1000)
      if (!network.closed) connection.tick(Date.now())
    }
    await vi.advanceTimersByTimeAsync(1)
  }
  await connection.hello({ device: v7() })
  return { connection, stream, sent, network, tell, wait }
}

test('a slow page is sent nothing more, then all that it missed, in order', async () => {
  const { sent, network, tell, wait } = await aConnection()
  tell()
  network.buffered = 300_000
  for (let told = 0; told < 500; told++) tell()
  await wait(20)
  expect(sent).toHaveLength(1)
  network.buffered = 0
  await wait(2)
  expect(sent.map(({ seq }) => seq)).toEqual(Array.from({ length: 501 }, (_, place) => place + 1))
})

test('a page that takes nothing is cut', async () => {
  const { network, tell, wait } = await aConnection()
  network.buffered = 300_000
  tell()
  await wait(40)
  expect(network.closed).toBe(CLOSED.slow)
})

test('an entry that comes before another is not sent before it', async () => {
  const { connection, stream, sent, wait } = await aConnection()
  stream.push(entryOf(1), entryOf(2))
  connection.offer(2, new Written('0'), false)
  connection.offer(1, new Written('0'), false)
  await wait(1)
  expect(sent.map(({ seq }) => seq)).toEqual([1, 2])
})

test('what asks to be acknowledged is sent again under the same number, then the page is cut', async () => {
  const { sent, network, tell, wait } = await aConnection()
  tell(true)
  await wait(RETRY.backoff * (RETRY.limit + 2))
  expect(sent).toEqual(Array.from({ length: RETRY.limit + 1 }, (_, attempts) => ({ seq: 1, attempts })))
  expect(network.closed).toBe(CLOSED.unread)
})

test('what was acknowledged is not sent again', async () => {
  const { connection, sent, tell, wait } = await aConnection()
  tell(true)
  tell()
  connection.acknowledge(1)
  await wait(RETRY.backoff * 3)
  expect(sent).toHaveLength(2)
})

test('a page that answers no more is left, and one that says nothing is not waited for', async () => {
  const { network, wait } = await aConnection()
  network.alive = false
  await wait(30)
  expect(network.closed).toBe(CLOSED.away)
})
