import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'

/** A readiness question waits this long for the database. In milliseconds. */
const PATIENCE = 2000

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, its database answers; not once it is being stopped.
 * @param besides what it says besides when it is ready: what is out of order, and that it does without.
 */
export const mountHealth = (app: FastifyInstance, pool: Pool, stopping: () => boolean, besides: () => object = () => ({})) => {
  const ready = async () => {
    const late = new Promise<false>((resolve) => { setTimeout(resolve, PATIENCE, false).unref() })
    return !stopping() && Promise.race([pool.query('select').then(() => true, () => false), late])
  }
  app.get('/health/live', async () => ({ status: 'live' }))
  for (const url of ['/health', '/health/ready']) {
    app.get(url, async (_, reply) => await ready() ? { status: 'ready', ...besides() } : reply.code(503).send({ status: 'unavailable' }))
  }
}
