import { randomBytes } from 'node:crypto'
import { modules as portal } from '#apps/portal/modules.ts'
import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { listen } from '#kernel/fact/wake.ts'
import { createLog } from '#kernel/http/log.ts'
import { createMetrics, mountMetrics } from '#kernel/http/metrics.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, operationsOf, portsOf } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { configureSecrets, masterKeys } from '#modules/secrets/api.ts'
import { configureAccess, readBearer } from '#modules/access/api.ts'
import { agentSession, configureSessions, followGrants, readSession } from '#modules/identity/api.ts'
import { followSettings, setting } from '#modules/settings/api.ts'
import { behindTerms, NOT_ACCEPTED, noteTerms, openWithoutTerms } from '#modules/terms/api.ts'
import { notes } from '../operations/notes.ts'

// The portal's own server and every module of it, without its pages: sessions read with the grants of all, tokens too.
const { url } = JSON.parse(process.argv[2]!) as { url: string }
const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000000', SILLAGE_TRUST_PROXY: '127.0.0.1' })
const log = createLog(config.LOG_LEVEL)
const pool = connect(url, config.DATABASE_POOL)
const modules = inOrder([...portal, notes])
const metrics = createMetrics(pool)
const engine = createEngine(pool, portsOf(modules, { time: metrics.time }))
configureSecrets(masterKeys(randomBytes(32).toString('base64')), pool)
configureAccess({ origin: config.origin, modules })
// As apps/portal/app.ts: what people hold and the settings are kept until something is committed.
const followers = [followGrants(), followSettings()]
await listen(url, ['public'], () => followers.forEach((one) => one.resume()), () => followers.forEach((one) => one.pause())).ready
const anybody = engine.context({ actor: visitor, origin: { request: 'settings' } })
const app = await createServer({
  config, log, sentences: {},
  readActor: async ({ headers, routeOptions: { config: { background } } }) => {
    const { idleMinutes } = await setting(anybody, agentSession)
    configureSessions({ agentIdleMinutes: idleMinutes ?? config.SILLAGE_AGENT_IDLE_MINUTES })
    const program = await readBearer(engine, modules, headers.authorization)
    if (program) return program
    const found = await readSession(pool, modules, headers.cookie, background)
    if (found) await noteTerms(anybody, found, found.terms)
    return found ?? visitor
  },
})
mountMetrics(app, metrics, undefined)
mountOperations(app, behindTerms(engine, openWithoutTerms, () => new Refusal(NOT_ACCEPTED, {}, 403)), operationsOf(modules))
mountRaw(app, engine, modules.flatMap((one) => one.raw))
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
