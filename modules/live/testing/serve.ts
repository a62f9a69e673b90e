import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { readConfig } from '#kernel/config.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { byPostgres } from '#kernel/fact/wake.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { createEngine, type Engine } from '#kernel/operation/engine.ts'
import { inOrder, operationsOf, portsOf } from '#kernel/operation/module.ts'
import { followGrants, readSession } from '#modules/identity/api.ts'
import { followLive, mountLive } from '../configured.ts'
import { live } from '../module.ts'
import { openRedis } from '../redis-bus.ts'

export interface Serving {
  /** Processes wake each other by it, where it is given. */
  redis?: string | undefined
  mount?: ((app: FastifyInstance, engine: Engine) => void) | undefined
}

/** A portal that has streams and nothing else, as apps/portal/app.ts mounts them. @param url address with the portal's role. */
export const serve = async (url: string, { redis, mount }: Serving = {}) => {
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000', LOG_LEVEL: 'fatal' })
  const modules = inOrder([live])
  const log = createLog(config.LOG_LEVEL)
  const failed = (error: unknown) => log.warn({ err: error }, 'streams')
  const pool: Pool = connect(url, 10, 'sillage-live')
  const postgres = byPostgres(url, pool, failed)
  const options = { name: config.origin, beside: postgres, failed, changed: () => undefined }
  const viaRedis = redis ? await openRedis({ url: redis, ...options }) : undefined
  const { tell, listen } = viaRedis ?? postgres
  const followers = [followLive(), followGrants()]
  const engine = createEngine(pool, portsOf(modules, { committed: () => { followers.forEach((one) => one.changed()); tell('public') } }))
  const readActor = (cookies: string | undefined) => readSession(pool, modules, cookies, true)
  const listener = listen(['public'], (_, isPartial) => followers.forEach((one) => {
    if (isPartial) one.changed()
    else one.resume()
  }),
    () => followers.forEach((one) => one.pause()))
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
      await viaRedis?.stop()
      await pool.end()
    },
  }
}
