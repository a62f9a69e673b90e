/**
 * What an operation costs: the kernel against a bare Fastify + driver route with the same SQL, by throughput.
 * Run with `npm run bench:operations [-- <rounds> <seconds>]`; it makes its own PostgreSQL and removes it.
 */
import { deepEqual } from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 } from '#kernel/id.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { figure, percent } from './measure/figure.ts'
import { compare, load, type Request } from './measure/load.ts'
import { startServer } from './measure/server.ts'
import { notes } from './operations/notes.ts'

const [rounds = 7, seconds = 2] = process.argv.slice(2, 4).map(Number)
const only = process.argv[4]
const [person, noteId] = [v7(), v7()]
const organisations = [v7(), v7()]

const seed = async (url: string) => {
  const client = new pg.Client(url)
  await client.connect()
  const values = [noteId, person, organisations[1]]
  await client.query({ text: `insert into notes.plain select $1, $2, $3, 'Une note de quelques mots', now(), 1`, values })
  await client.query({ text: `insert into notes.plain select gen_random_uuid(), $1, $2, 'Une autre note', now(), 1 from generate_series(1, 10000)`,
    values: values.slice(1) })
  // Its owner too is under the policies of these tables.
  await client.query(`set app.person = '${person}'; set app.organisations = '{${organisations.join(',')}}'`)
  await client.query('insert into notes.own select * from notes.plain; insert into notes.shared select * from notes.plain; analyze')
  await client.end()
}

const body = JSON.stringify({ organisationId: organisations[0], text: 'Une note de quelques mots' })
const post = (path: string): Request => ({ path, method: 'POST', headers: { 'content-type': 'application/json' }, body })
const cases: { name: string, request: Request, bareRequest?: Request, target?: { least: number } }[] = [
  { name: 'query, no row policies', request: { path: `/api/plain/${noteId}` }, target: { least: 0.75 } },
  { name: 'query, row policies of a person', request: { path: `/api/own/${noteId}` }, target: { least: 0.55 } },
  { name: 'query, row policies of organisations', request: { path: `/api/shared/${noteId}` }, target: { least: 0.55 } },
  { name: 'command, audit entry and fact', request: post('/api/plain'), target: { least: 0.6 } },
  // Without a target: what the trace and the fact themselves cost, against a route that writes neither.
  { name: 'the same, against its row alone', request: post('/api/plain'), bareRequest: post('/api/alone') },
  { name: 'with the difference of the row too, against its row alone', request: post('/api/traced'), bareRequest: post('/api/alone') },
]

const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-operations-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory })
try {
  await prepareEmbedded(embedded)
  const root = join(import.meta.dirname, '..')
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...inOrder([notes]).map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))])
  await seed(embedded.url('sillage_owner'))
  const given = { url: embedded.url('sillage_portal'), person, organisations, most: 10 }
  const profile = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []
  const ours = await startServer(join(import.meta.dirname, 'operations/ours.ts'), given, profile)
  const bare = await startServer(join(import.meta.dirname, 'operations/bare.ts'), given)
  try {
    for (const { name, request, bareRequest = request, target } of cases.filter((one) => !only || one.name.includes(only))) {
      if (!request.body) {
        const [one, other] = await Promise.all([ours, bare].map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}${request.path}`)).json()))
        deepEqual(one, other)
      }
      const compared = await compare(() => load(ours, request, { seconds }), () => load(bare, bareRequest, { seconds }), rounds)
      const side = (round: typeof compared.ours) => `${Math.round(round.throughput)}/s, ${Math.round(round.processor)} µs`
      figure({ name, value: compared.throughput, target, shown: percent, detail: `${side(compared.ours)} of processor; bare ${side(compared.baseline)}` })
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
