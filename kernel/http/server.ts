import { STATUS_CODES } from 'node:http'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import type { Config } from '../config.ts'
import { Refusal } from '../operation/operation.ts'
import { visitor, type Actor } from '../operation/actor.ts'
import { problemOf } from './problem.ts'

interface Options {
  config: Config
  log: Logger
  /** Reads the session of a request; a visitor when there is none. */
  readActor: (request: FastifyRequest) => Promise<Actor>
  sentences: Readonly<Record<string, string>>
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The addresses under which browsers reach us; the demonstration is opened as localhost or as 127.0.0.1. */
export const originsOf = ({ origin, demonstration }: Config): string[] =>
  demonstration ? [origin, origin.replace('localhost', '127.0.0.1')] : [origin]

/**
 * A page of another site must not act with our cookie: a request that changes something says where it comes from, by
 * `Origin`, or by `Sec-Fetch-Site` where a browser leaves it out. Requests with a proof of their own are not concerned.
 */
const checkOrigin = (origins: readonly string[]) => async (request: FastifyRequest) => {
  if (SAFE.has(request.method) || request.routeOptions.config.proof) return
  const { origin, authorization, cookie } = request.headers
  if (authorization && !cookie) return
  const same = origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : origins.includes(origin)
  // A program without cookies nor browser is nobody: rights alone decide what it may do.
  if (!same && (cookie || origin !== undefined)) throw new Refusal('other-origin', {}, 403)
}

const proxies = (trusted: string | undefined) => trusted === undefined ? false : trusted === 'true' ? true : trusted.split(',')

/** The HTTP server with what every route needs: identifiers, logs without personal data, headers, limits, origin, refusals. */
export const createServer = async ({ config, log, readActor, sentences }: Options): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: log, logController: new LogController({ disableRequestLogging: true }), genReqId: () => v7(), trustProxy: proxies(config.SILLAGE_TRUST_PROXY),
    bodyLimit: 1_048_576, requestTimeout: 120_000, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 300 },
  }) as unknown as FastifyInstance

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
    strictTransportSecurity: config.origin.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: config.SILLAGE_RATE_LIMIT, timeWindow: '1 minute', allowList: (request) => /^\/(assets|design|health)\//.test(request.url),
    errorResponseBuilder: (_, { ttl }) => Object.assign(new Refusal('too-many-requests', { seconds: Math.ceil(ttl / 1000) }, 429)),
  })

  app.decorateRequest('actor', { getter: () => visitor } as never)
  const origins = originsOf(config)
  app.addHook('onRequest', checkOrigin(origins))
  app.addHook('onRequest', async (request) => { Object.defineProperty(request, 'actor', { value: await readActor(request) }) })
  // The route's pattern and never the address, which holds names and searches.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id, sentences)
    if (problem.status === 500) request.log.error({ err: error }, 'failed')
    if (problem.status === 401) void reply.header('www-authenticate', 'Cookie realm="Sillage"')
    return reply.code(problem.status).type('application/problem+json').send({ ...problem, title: STATUS_CODES[problem.status] })
  })
  app.setNotFoundHandler((request, reply) => {
    void reply.code(404).type('application/problem+json').send(problemOf(new Refusal('not-found', {}, 404), request.id, sentences))
  })
  return app
}
