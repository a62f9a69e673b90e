import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { notifier } from '#kernel/fact/wake.ts'
import { createLog } from '#kernel/http/log.ts'
import { createMetrics, mountMetrics } from '#kernel/http/metrics.ts'
import { mountOperations } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, operationsOf, portsOf } from '#kernel/operation/module.ts'
import { notes } from './notes.ts'

// The portal's own server, with all that it does for each request, less the reading of the session, which is a statement more.
const { url, person, organisations } = JSON.parse(process.argv[2]!) as { url: string, person: string, organisations: string[] }
const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000000' })
const log = createLog(config.LOG_LEVEL)
const pool = connect(url, config.DATABASE_POOL)
const modules = inOrder([notes])
const metrics = createMetrics(pool)
const tell = notifier(pool, (error) => log.warn({ err: error }, 'other processes could not be told'))
const engine = createEngine(pool, portsOf(modules, {
  time: metrics.time,
  committed: (_, facts) => {
    tell('public')
    if (facts) tell('facts')
  },
}))
const actor = { id: person, timeZone: 'Europe/Paris', grants: organisations.map((id) => ({ scope: 'organisation', id, role: 'teacher' })) }
const app = await createServer({ config, log, sentences: {}, readActor: async () => actor })
mountMetrics(app, metrics, undefined)
mountOperations(app, engine, operationsOf(modules))
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
