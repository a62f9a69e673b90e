import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Refusal, type Operation } from '../operation/operation.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Figures for Prometheus; none names a person. */
export const createMetrics = (pool: Pool) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const operations = new Histogram({
    name: 'sillage_operation_seconds', help: 'Time of operations by outcome', labelNames: ['operation', 'outcome'], buckets: SECONDS, registers: [registry],
  })
  const requests = new Histogram({
    name: 'sillage_http_seconds', help: 'Time of HTTP answers by route', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [registry],
  })
  new Gauge({
    name: 'sillage_pool_connections', help: 'Connections to the database', labelNames: ['state'], registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'sillage_facts_waiting', help: 'Deliveries that a reaction has still to see', registers: [registry],
    async collect() {
      const { rows: [row] } = await pool.query<{ count: number }>('select count(*) from kernel.waiting')
      this.set(row?.count ?? 0)
    },
  })
  const time = (operation: Operation) => {
    const began = performance.now()
    return (outcome: string) => { operations.observe({ operation: operation.name, outcome }, (performance.now() - began) / 1000) }
  }
  return { registry, requests, time }
}

/** `/metrics` is for the machine itself, or for who has the token: it tells much about how a service is used. */
export const mountMetrics = (app: FastifyInstance, { registry, requests }: ReturnType<typeof createMetrics>, token: string | undefined) => {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions: { url: route = 'none' } } = request
    // A call of the API is counted as its operation already, and to count it twice would cost a tenth of a small one.
    if (!route.startsWith('/api/')) requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  const expected = token === undefined ? undefined : Buffer.from(`Bearer ${token}`)
  app.get('/metrics', { config: { proof: 'token' } }, async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const allowed = expected ? given.length === expected.length && timingSafeEqual(given, expected) : LOOPBACK.has(request.ip)
    if (!allowed) throw new Refusal('not-found', {}, 404)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
