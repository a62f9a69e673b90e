import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { readConfig } from '#kernel/config.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { listen, notifier } from '#kernel/fact/wake.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { createEngine, type Engine } from '#kernel/operation/engine.ts'
import { inOrder, operationsOf, portsOf } from '#kernel/operation/module.ts'
import { followGrants, readSession } from '#modules/identity/api.ts'
import { followLive, mountLive } from '../configured.ts'
import { live } from '../module.ts'

/** A portal that has streams and nothing else, as apps/portal/app.ts mounts them. @param url address with the portal's role. */
export const serve = async (url: string, mount?: (app: FastifyInstance, engine: Engine) => void) => {
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000', LOG_LEVEL: 'fatal' })
  const modules = inOrder([live])
  const log = createLog(config.LOG_LEVEL)
  const failed = (error: unknown) => log.warn({ err: error }, 'streams')
  const pool: Pool = connect(url, 10, 'sillage-live')
  const tell = notifier(pool, failed)
  const followers = [followLive(), followGrants()]
  const engine = createEngine(pool, portsOf(modules, { committed: () => { followers.forEach((one) => one.changed()); tell('public') } }))
  const readActor = (cookies: string | undefined) => readSession(pool, modules, cookies, true)
  const listener = listen(url, ['public'], () => followers.forEach((one) => one.resume()), () => followers.forEach((one) => one.pause()))
  const app = await createServer({
    config, log, sentences: {}, readActor: async ({ headers }) => await readActor(headers.cookie) ?? visitor,
  })
  mountLive(app, { pool, source: config.origin, origins: [config.origin], readActor, failed })
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, live.raw)
  mount?.(app, engine)
  await listener.ready
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    engine, tell, db: kyselyOn<any>(pool), origin: config.origin,
    port: (app.server.address() as { port: number }).port,
    stop: async () => {
      await app.close()
      await listener.stop()
      await pool.end()
    },
  }
}
