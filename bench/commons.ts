/**
 * What the commons cost at size: 100,000 resources, 1,000,000 events, 10,000,000 readings. Each page's query through the product's own
 * server, against a bare Fastify route that sends the same SQL by the driver, by throughput; with the p99 of both.
 * Run with `npm run bench:commons [-- <rounds> <seconds> <resources>]`; it keeps its database in /var/tmp/sillage-bench-commons.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { connect } from '#kernel/db/connection.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import { flushSearches } from '#modules/search/api.ts'
import { modules, openCommons } from './commons/database.ts'
import { casesOf } from './commons/questions.ts'
import { figure, percent } from './measure/figure.ts'
import { compare, median, type Round } from './measure/load.ts'
import { processorTime, startServer, type Measured } from './measure/server.ts'

const [rounds = 5, seconds = 3, count = 100_000] = process.argv.slice(2).map(Number)
const CONNECTIONS = 8

/** Asks addresses in turn, and keeps the slowest hundredth of the answers beside what `load` keeps. */
const ask = async (server: Measured, paths: string[], tails: number[]): Promise<Round> => {
  const before = await processorTime(server.pid)
  const { non2xx, errors, timeouts, requests, duration, latency } = await autocannon({
    url: `http://127.0.0.1:${server.port}`, connections: CONNECTIONS, duration: seconds, requests: paths.map((path) => ({ path })),
  })
  if (non2xx || errors || timeouts || requests.total === 0) throw new Error(`${paths[0]}: ${non2xx} answers were no success, ${errors} failed, ${timeouts} were late`)
  tails.push(latency.p99)
  return { throughput: requests.total / duration, processor: (await processorTime(server.pid) - before) * 1000 / requests.total }
}

const { database, stop } = await openCommons(count, (line) => console.log(`      ${line}`))
const place = await mkdtemp(join(tmpdir(), 'sillage-bench-commons-'))
const running: Measured[] = []
try {
  const pool = connect(database.portal, 4)
  const { rows: [reader] } = await pool.query<{ id: string }>('select person_id as id from bases.followed_base limit 1')
  const actor = { id: reader!.id, timeZone: 'Europe/Paris', grants: await grantsOf(pool, modules, reader!.id) }
  const cases = await casesOf(pool, actor)
  const { rows: [size] } = await pool.query(`select (select count(*) from bases.resource) as resources, (select count(*) from bases.resource_event) as events,
    (select sum(views_count) from bases.resource) as readings`)
  await flushSearches()
  await pool.end()
  const file = join(place, 'statements.json')
  await writeFile(file, JSON.stringify(Object.fromEntries(cases.map(({ name, questions }) => [name, questions.map(({ statements }) => statements)]))))
  const ours = await startServer(join(import.meta.dirname, 'commons/ours.ts'), { url: database.portal, actor })
  running.push(ours)
  const bare = await startServer(join(import.meta.dirname, 'commons/bare.ts'), { url: database.portal, file, most: 10 })
  running.push(bare)
  console.log(`      ${JSON.stringify(size)}; load of the machine before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
  for (const { name, questions } of cases) {
    const [our, other]: [number[], number[]] = [[], []]
    const compared = await compare(() => ask(ours, questions.map(({ path }) => path), our),
      () => ask(bare, questions.map((_, index) => `/case/${encodeURIComponent(name)}/${index}`), other), rounds)
    const side = (round: Round, tails: number[]) => `${Math.round(round.throughput)}/s, p99 ${median(tails)} ms, ${(round.processor / 1000).toFixed(2)} ms of processor`
    figure({ name, value: compared.throughput, target: { least: 0.7 }, shown: percent, detail: `${side(compared.ours, our)}; bare ${side(compared.baseline, other)}` })
  }
} finally {
  await Promise.all(running.map((one) => one.stop()))
  await stop()
  await rm(place, { recursive: true, force: true })
}
