/**
 * What the trace costs under 50 concurrent writers: the same command with and without it, by throughput, by the slowest hundredth and by
 * processor time (of this process and of PostgreSQL, which the neighbours of the machine disturb less), while the worker seals; then how
 * fast the chain is verified. Run with `npm run bench:audit [-- <rounds> <seconds>]`; it makes its own PostgreSQL and removes it.
 */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { v7 } from '#kernel/id.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { verifyTrace } from '#modules/audit/api.ts'
import { sealNext } from '#modules/audit/sealing.ts'
import { figure, percent } from './measure/figure.ts'
import { median } from './measure/load.ts'
import { processorTime } from './measure/server.ts'
import { notes } from './operations/notes.ts'

const [rounds = 7, seconds = 2] = process.argv.slice(2).map(Number)
const WRITERS = 50

const actor = { id: v7(), timeZone: 'Europe/Paris', grants: [] }
const input = { organisationId: v7(), text: 'Une note de quelques mots' }

const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-audit-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory })

/** Processor time used so far by this process and by every connection of PostgreSQL, in milliseconds. */
const processor = async () => {
  const [postmaster] = (await readFile(join(embedded.data, 'postmaster.pid'), 'utf8')).split('\n')
  const children = (await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')).trim().split(' ')
  const times = await Promise.all([process.pid, ...children.map(Number)].map((pid) => processorTime(pid).catch(() => 0)))
  return times.reduce((sum, time) => sum + time, 0)
}

/**
 * Writers that each run a command after the other for some seconds.
 * @returns commands a second, the time of the slowest hundredth in ms, processor time of each in microseconds.
 */
const write = async (run: () => Promise<unknown>) => {
  const times: number[] = []
  const before = await processor()
  const end = performance.now() + seconds * 1000
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      await run()
      times.push(performance.now() - began)
    }
  }))
  const spent = (await processor() - before) * 1000 / times.length
  return { throughput: times.length / seconds, spent, p99: times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)]! }
}

try {
  await prepareEmbedded(embedded)
  const root = join(import.meta.dirname, '..')
  const modules = inOrder([notes])
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...modules.map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))])
  const pool = connect(embedded.url('sillage_portal'), WRITERS)
  const worker = connect(embedded.url('sillage_worker'), 2)
  const db = kyselyOn<any>(worker)
  const traced = createEngine(pool, portsOf(modules))
  const untraced = createEngine(pool, portsOf(modules, { audit: () => ({ text: 'select', values: [] }) }))
  const call = () => ({ actor, origin: { request: v7(), address: '192.0.2.7' } })
  const { writePlain, writeTraced } = notes.operations
  const ways = {
    bare: () => untraced.run(writePlain!, input, call()),
    entry: () => traced.run(writePlain!, input, call()),
    difference: () => traced.run(writeTraced!, input, call()),
  }
  const found = { bare: [], entry: [], difference: [] } as Record<keyof typeof ways, Awaited<ReturnType<typeof write>>[]>
  let sealing = true
  const sealer = (async () => {
    while (sealing) if (!await sealNext(db, new Date().toISOString())) await new Promise((resolve) => { setTimeout(resolve, 1000) })
  })()
  const names = Object.keys(ways) as (keyof typeof ways)[]
  for (const name of names) await write(ways[name])
  for (let round = 0; round < rounds; round++) {
    // Each goes first in its turn, so that none has always the quiet moment.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!
      found[name].push(await write(ways[name]))
    }
  }
  const middle = (name: keyof typeof ways, what: 'throughput' | 'p99' | 'spent') => median(found[name].map((one) => one[what]))
  const ratio = (name: keyof typeof ways) => median(found[name].map((one, round) => one.throughput / found.bare[round]!.throughput))
  const side = (name: keyof typeof ways) =>
    `${Math.round(middle(name, 'throughput'))}/s, p99 ${middle(name, 'p99').toFixed(1)} ms, ${Math.round(middle(name, 'spent'))} µs of processor`
  const said = { entry: 'command with its entry, sealed meanwhile', difference: 'the same with the difference of its row' }
  for (const name of ['entry', 'difference'] as const) {
    figure({ name: said[name], value: ratio(name), shown: percent, detail: `${side(name)}; without a trace ${side('bare')}` })
  }
  sealing = false
  await sealer
  while (await sealNext(db, new Date().toISOString())) continue
  const began = performance.now()
  const { fault, entries, changes, seals } = await verifyTrace(db)
  if (fault) throw new Error(`The chain does not hold: ${fault.kind} ${fault.of} ${fault.key}`)
  const took = (performance.now() - began) / 1000
  figure({
    name: 'lines verified in a second', value: (entries + changes) / took, shown: (value) => String(Math.round(value)),
    detail: `${entries} entries and ${changes} differences in ${seals} seals`,
  })
  await Promise.all([pool.end(), worker.end()])
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
