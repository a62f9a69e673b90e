import type { Pool } from 'pg'
import type { Config } from '#kernel/config.ts'
import { byPostgres } from '#kernel/fact/wake.ts'
import type { createLog } from '#kernel/http/log.ts'
import { openRedis } from '#modules/live/api.ts'

interface Options {
  config: Pick<Config, 'REDIS_URL'>
  /** The installation's public address, the same for all its processes. */
  origin: string
  /** Address of the database, with the role of this process. */
  url: string
  pool: Pool
  log: Pick<ReturnType<typeof createLog>, 'warn'>
}

/**
 * How this process tells others of its commits: by PostgreSQL, or by Redis with PostgreSQL beside it.
 * @throws ConfigError when Redis is asked for and cannot be reached.
 */
export const openBus = async ({ config, origin, url, pool, log }: Options) => {
  const failed = (error: unknown) => log.warn({ err: error }, 'other processes could not be told')
  const beside = byPostgres(url, pool, failed)
  if (!config.REDIS_URL) return { ...beside, isLost: () => false, stop: async () => {} }
  return openRedis({
    url: config.REDIS_URL, name: origin, beside, failed,
    changed: (isLost, error) => isLost
      ? log.warn({ err: error }, 'Redis is lost: others are told by PostgreSQL, what they tell is looked for each second')
      : log.warn('Redis is back'),
  })
}
