/**
 * What the streams cost: memory for each page that listens, a broadcast to all once it is written, the way from a sending to a page, and
 * sendings a second, against bare `ws`, Socket.IO and the driver; the way between two processes, by PostgreSQL and by Redis; a broadcast to
 * a hundred thousand people, and what it does to other messages. Each part is one run, its baselines in turn with ours.
 * Run with `npm run bench:live [-- <people> <rounds> <seconds> <part>]`; it makes its own PostgreSQL and removes it. Linux only.
 */
import { aCrowd, type Person } from '#modules/live/testing/crowd.ts'
import { durable } from './live/durable.ts'
import { greatBroadcast } from './live/great-broadcast.ts'
import { installPackages } from './live/packages.ts'
import { openSide, type Kind } from './live/sides.ts'
import { twoProcesses } from './live/two-processes.ts'
import { figure, percent, times } from './measure/figure.ts'
import { median } from './measure/load.ts'
import { openDatabase } from './signed-in/database.ts'

const given = process.argv.slice(2)
const [people = 10_000, rounds = 7, seconds = 5] = given.slice(0, 3).map(Number)
/** Told a second, one at a time, while all listen. */
const RATE = 50
/** Told by one announcement; pages that listen meanwhile. */
const [EVERYBODY, PAGES] = [100_000, 1000]

const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`
const milliseconds = (value: number) => `${value.toFixed(1)} ms`
const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

const database = await openDatabase()
let crowd: Person[] = []
const opened: Awaited<ReturnType<typeof openSide>>[] = []
const close = () => Promise.all(opened.splice(0).map((side) => side.stop()))

/** Memory, broadcasts and the way of a message, while all listen. */
const measureCrowd = async () => {
  installPackages()
  const open = async (kind: Kind) => {
    const side = await openSide(kind, database.url, crowd)
    opened.push(side)
    return side
  }
  const sides = { bare: await open('bare'), ours: await open('ours'), 'socket-io': await open('socket-io') }
  const quiet = await Promise.all([sides.bare, sides.ours, sides['socket-io']].map((side) => side.silence(20)))
  const [restBare, rest, restSocketIo] = quiet as [number, number, number]
  // In turn, so that the neighbours of the machine disturb the three alike; the first round warms.
  const broadcasts: Record<Kind, number>[] = []
  for (let round = -1; round < rounds; round++) {
    const [alone, mine, theirs] = [await sides.bare.broadcast(), await sides.ours.broadcast(), await sides['socket-io'].broadcast()]
    if (round >= 0) broadcasts.push({ bare: alone, ours: mine, 'socket-io': theirs })
  }
  const [alone, mine] = [await sides.bare.steadily(RATE, RATE * seconds), await sides.ours.steadily(RATE, RATE * seconds)]

  const { bare, ours, 'socket-io': socketIo } = sides
  figure({
    name: 'memory for each page that listens', value: ours.memory, target: { most: 12_000 }, shown: kilobytes,
    detail: `${people} pages; bare ws ${kilobytes(bare.memory)}`,
  })
  figure({
    name: 'the same, against Socket.IO', value: ours.memory / socketIo.memory, target: { most: 0.6 }, shown: times,
    detail: `Socket.IO ${kilobytes(socketIo.memory)}`,
  })
  const cost = (kind: Kind) => `${median(broadcasts.map((one) => one[kind])).toFixed(1)} µs`
  const against = (kind: Kind) => median(broadcasts.map((one) => one.ours / one[kind]))
  figure({
    name: 'a broadcast, each delivery, against bare ws', value: against('bare'), target: { most: 1.2 }, shown: times,
    detail: `${cost('ours')} of processor; bare ${cost('bare')}`,
  })
  figure({
    name: 'the same, against Socket.IO', value: against('socket-io'), target: { most: 0.85 }, shown: times,
    detail: `Socket.IO ${cost('socket-io')}`,
  })
  figure({
    name: 'while nothing is told, of a processor', value: rest / 1000, shown: percent,
    detail: `bare ${percent(restBare / 1000)}, Socket.IO ${percent(restSocketIo / 1000)}; not counted in a broadcast`,
  })
  for (const [name, part] of [['p50', 0.5], ['p99', 0.99]] as const) {
    const [one, other] = [at(mine, part), at(alone, part)]
    figure({
      name: `from a command to the page, ${name}`, value: one / other, shown: times,
      detail: `${milliseconds(one)} at ${RATE} a second; bare insert and bare ws ${milliseconds(other)}`,
    })
  }
  await close()
}

/** Sendings that are committed, a second. */
const measureSendings = async () => {
  const pairs = await durable(database.url, crowd.map(({ id }) => id), Math.min(rounds, 3), Math.min(seconds, 3))
  figure({
    name: 'sendings committed, against the driver alone', value: median(pairs.map((pair) => pair.ours / pair.bare)), target: { least: 0.7 },
    shown: percent,
    detail: `${Math.round(median(pairs.map((pair) => pair.ours)))}/s; bare ${Math.round(median(pairs.map((pair) => pair.bare)))}/s`,
  })
}

/** From a commit in one process to the page of another. */
const measureProcesses = async () => {
  const pairs = await twoProcesses({ url: database.url, people: crowd.slice(0, PAGES), rate: RATE, seconds, rounds: Math.min(rounds, 3) })
  for (const { bus, redis, ours, bare } of pairs) {
    for (const [name, part] of [['p50', 0.5], ['p99', 0.99]] as const) {
      const [one, other] = [at(ours, part), at(bare, part)]
      figure({
        name: `from one process to another by ${bus}, ${name}`, value: one / other, shown: times,
        detail: `${milliseconds(one)} at ${RATE} a second${redis ? `, ${redis}` : ''}; bare insert, notice and ws ${milliseconds(other)}`,
      })
    }
  }
}

/** A broadcast to everybody, and what others are told meanwhile. */
const measureEverybody = async () => {
  const { alone, meanwhile, perSecond, told } = await greatBroadcast({
    address: database.address, owner: database.owner, people: EVERYBODY, pages: PAGES, rate: RATE, seconds: Math.max(seconds, 5),
  })
  const [before, during] = [at(alone, 0.99), at(meanwhile, 0.99)]
  figure({
    name: 'other messages during a broadcast, p99', value: during, target: { most: 50 }, shown: milliseconds,
    detail: `${times(during / before)} theirs alone, ${milliseconds(before)}; `
      + `p50 ${milliseconds(at(meanwhile, 0.5))} against ${milliseconds(at(alone, 0.5))}`,
  })
  figure({
    name: 'people written to by a broadcast, a second', value: perSecond, shown: (value) => `${Math.round(value)}/s`,
    detail: `${told} people, notification and stream`,
  })
}

const parts: Record<string, () => Promise<void>> = {
  crowd: measureCrowd, sendings: measureSendings, processes: measureProcesses, everybody: measureEverybody,
}
const part = given[3]
try {
  await database.owner.query(`create schema bench;
    create table bench.told (id uuid primary key, person_id uuid not null, at timestamptz not null, body text not null);
    grant usage on schema bench to sillage_portal; grant insert on bench.told to sillage_portal`)
  crowd = await aCrowd(database.owner, people)
  for (const measure of part ? [parts[part]!] : Object.values(parts)) await measure()
} finally {
  await close()
  await database.stop()
}
