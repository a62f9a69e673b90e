import { randomUUID } from 'node:crypto'
import { setImmediate as next, setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Person } from '#modules/live/testing/crowd.ts'

// Thousands of pages, in a process of their own, so that the server's processor time is the server's alone.
type Kind = 'ours' | 'bare' | 'socket-io'
interface Given { kind: Kind; port: number; people: Person[] }

const addresses: Record<Kind, (person: Person) => string> = {
  ours: () => '/api/live/socket', bare: ({ id }) => `/?person=${id}`, 'socket-io': () => '/socket.io/?EIO=4&transport=websocket',
}
let heard = 0
const awaited = new Map<string, () => void>()

const open = ({ kind, port }: Given, person: Person) => new Promise<void>((ready, failed) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${addresses[kind](person)}`, kind === 'ours' ? 'sillage.live.1' : [], {
    perMessageDeflate: false, headers: { origin: 'http://localhost:3000', cookie: person.cookie },
  })
  if (kind !== 'socket-io') socket.on('open', () => socket.send(JSON.stringify({ hello: { device: randomUUID() } })))
  socket.on('message', (data) => {
    const text = (data as Buffer).toString()
    if (kind === 'socket-io') {
      // Engine.IO 4: 0 is open, 2 is a ping; Socket.IO 5 within it: 40 joins, 42 is an event.
      if (text.startsWith('0')) socket.send('40')
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40')) ready()
      else heard++
    } else if (text.startsWith('{"seq"')) {
      heard++
      // What else the platform tells them is not what is timed.
      if (text.includes('"bench.told"')) awaited.get(person.id)?.()
    } else {
      ready()
    }
  })
  socket.on('error', failed)
})

const ways: Record<string, (port: number, id: string) => Promise<Response>> = {
  ours: (port, to) => fetch(`http://127.0.0.1:${port}/timed?to=${to}`, { method: 'POST' }),
  bare: (port, to) => fetch(`http://127.0.0.1:${port}/?to=${to}`, { method: 'POST' }),
}

/** Told at a steady rate, through the server of this port when it is another one; timed from the sending, or from the commit. */
interface Steady { rate: number; count: number; through?: number; since: 'sent' | 'committed' }

/** Tells one after the other, and measures up to what the page has. In milliseconds. */
const steadily = async ({ kind, port, people }: Given, { rate, count, through = port, since }: Steady) => {
  const took: number[] = []
  const one = async (person: Person) => {
    const sent = process.hrtime.bigint()
    const shown = new Promise<bigint>((done) => { awaited.set(person.id, () => done(process.hrtime.bigint())) })
    const answer = await ways[kind]!(through, person.id)
    if (!answer.ok) throw new Error(`${kind} answered ${answer.status}`)
    const { at } = await answer.json() as { at: string }
    took.push(Number(await shown - (since === 'sent' ? sent : BigInt(at))) / 1e6)
  }
  const sent: Promise<void>[] = []
  const begun = performance.now()
  for (let place = 0; place < count; place++) {
    await pause(Math.max(0, begun + place * 1000 / rate - performance.now()))
    sent.push(one(people[place % people.length]!))
  }
  await Promise.all(sent)
  return took.toSorted((first, second) => first - second)
}

let given: Given | undefined
interface Asked { open?: Given; hear?: number; steadily?: Steady }

const answer = async (told: Asked) => {
  if (told.open) {
    const { people } = told.open
    given = { ...told.open, people: [...given?.people ?? [], ...people] }
    for (let from = 0; from < people.length; from += 100) {
      await Promise.all(people.slice(from, from + 100).map((person) => open(told.open!, person)))
    }
    process.send!({ opened: true })
  }
  if (told.hear !== undefined) {
    // Never asleep: to wake it for each delivery would be the server's time.
    for (const patience = Date.now() + 60_000; heard < told.hear && Date.now() < patience;) await next()
    process.send!({ heard })
    heard = 0
  }
  if (told.steadily) {
    const took = await steadily(given!, told.steadily)
    heard = 0
    process.send!({ took })
  }
}
process.on('message', (told: Asked) => void answer(told))
process.on('disconnect', () => process.exit())
