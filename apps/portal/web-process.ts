import type { FastifyInstance } from 'fastify'
import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import type { Follower } from '#kernel/db/kept.ts'
import { mountHealth } from '#kernel/http/health.ts'
import { createLog } from '#kernel/http/log.ts'
import { createMetrics, mountMetrics } from '#kernel/http/metrics.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import { openBus } from './bus.ts'
import { startSecrets } from './secrets.ts'

interface Options {
  config: Config
  /** The installation's public address, where this process answers at another one. */
  installation?: string
  /** Address of the database, with the role of this process. */
  url: string
  name: 'portal' | 'back-office'
  connections: number
  modules: readonly Module[]
  followers: readonly Follower[]
  /** Runs after each command that recorded facts, to wake a worker of the same process. */
  committed?: () => void
}

/**
 * What a process that answers people runs on, whatever it answers: its log, its connections, its secrets, the engine that runs its operations,
 * and the news of what other processes change.
 */
export const openProcess = async ({ config, installation, url, name, connections, modules, followers, committed }: Options) => {
  const log = createLog(config.LOG_LEVEL).child({ process: name })
  const pool = connect(url, connections, `sillage-${name}`)
  const endSecrets = await startSecrets(config, url)
  const metrics = createMetrics(pool)
  const { tell, listen, isLost, stop: closeBus } = await openBus({ config, origin: installation ?? config.origin, url, pool, log })
  const engine = createEngine(pool, portsOf(modules, {
    time: metrics.time,
    committed: (_, facts) => {
      for (const one of followers) one.changed()
      tell('public')
      if (facts) tell('facts')
      if (facts) committed?.()
    },
  }))
  const listener = listen(['public'], (_, isPartial) => {
    for (const one of followers) {
      if (isPartial) one.changed()
      else one.resume()
    }
  }, () => { for (const one of followers) one.pause() })
  let stopping = false
  return {
    log, pool, engine,
    /** What supervises the process asks whether it lives, and its figures. */
    mountSupervision: (app: FastifyInstance) => {
      mountHealth(app, pool, () => stopping, () => isLost() ? { degraded: ['redis'] } : {})
      mountMetrics(app, metrics, config.SILLAGE_METRICS_TOKEN)
    },
    /** Opens the port once news arrive. @param flush writes what waits in memory, once nothing is answered any more. */
    serve: async (app: FastifyInstance, flush?: () => Promise<void>) => {
      await listener.ready
      await app.listen({ port: config.PORT, host: config.HOST })
      const { port } = app.server.address() as { port: number }
      return {
        address: config.origin, port,
        /** Finishes what is being answered, then closes; new requests are refused meanwhile. */
        stop: async () => {
          stopping = true
          await app.close()
          await flush?.()
          await listener.stop()
          await closeBus()
          await endSecrets()
          await pool.end()
        },
      }
    },
  }
}
