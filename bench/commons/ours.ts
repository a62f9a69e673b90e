import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { createLog } from '#kernel/http/log.ts'
import { createMetrics, mountMetrics } from '#kernel/http/metrics.ts'
import { mountOperations } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { operationsOf, portsOf } from '#kernel/operation/module.ts'
import { modules } from './database.ts'

// The portal's own server and the commons' own operations, less the reading of the session, which `bench:signed-in` measures.
const { url, actor } = JSON.parse(process.argv[2]!) as { url: string, actor: Actor }
const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000000' })
const log = createLog(config.LOG_LEVEL)
const pool = connect(url, config.DATABASE_POOL)
const metrics = createMetrics(pool)
const engine = createEngine(pool, portsOf(modules, { time: metrics.time }))
const app = await createServer({ config, log, sentences: {}, readActor: async () => actor })
mountMetrics(app, metrics, undefined)
mountOperations(app, engine, operationsOf(modules))
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
