import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { Refusal } from '../operation/operation.ts'
import type { Actor } from '../operation/actor.ts'
import { createLimit } from './limit.ts'
import { problemOf, type Problem } from './problem.ts'

interface Options {
  config: Config
  log: Logger
  /** Reads the session of a request; a visitor when there is none. */
  readActor: (request: FastifyRequest) => Promise<Actor>
  sentences: Readonly<Record<string, string>>
  /** Whether this address may ask anything at all: if not it gets a bare 403, before anything else is read. Everybody may when left out. */
  admits?: (request: FastifyRequest) => boolean
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The addresses under which browsers reach us; the demonstration is opened as localhost or as 127.0.0.1. */
export const originsOf = ({ origin, demonstration }: Config): string[] =>
  demonstration ? [origin, origin.replace('localhost', '127.0.0.1')] : [origin]

/**
 * A page of another site must not act with our cookie: a request that changes something says where it comes from, by
 * `Origin`, or by `Sec-Fetch-Site` where a browser leaves it out. Requests with a proof of their own are not concerned.
 */
const checkOrigin = (request: FastifyRequest, origins: readonly string[]) => {
  if (SAFE.has(request.method) || request.routeOptions.config.proof) return
  const { origin, authorization, cookie } = request.headers
  if (authorization && !cookie) return
  const same = origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : origins.includes(origin)
  // A program without cookies nor browser is nobody: rights alone decide what it may do.
  if (!same && (cookie || origin !== undefined)) throw new Refusal('other-origin', {}, 403)
}

/**
 * Headers of every answer, of those that today's browsers heed (OWASP HTTP Headers Cheat Sheet); a page brings its own content security
 * policy. Kept as one value, and few: each costs what a column of a small read does.
 */
const headersOf = ({ origin }: Config): Record<string, string> => ({
  'content-security-policy': "default-src 'none';frame-ancestors 'none'", 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'same-origin',
  ...origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {},
})

/** A program is told in its own words (RFC 6750 §3), a browser in ours. */
const challengeOf = ({ headers }: FastifyRequest, { status, code }: Problem): string | undefined => {
  if (status !== 401) return code === 'insufficient-scope' ? 'Bearer realm="Sillage", error="insufficient_scope"' : undefined
  return headers.authorization ? 'Bearer realm="Sillage", error="invalid_token"' : 'Cookie realm="Sillage"'
}

/** Files that every page brings, and what supervises the process. */
const UNLIMITED = /^\/(assets|design|health)\//

const proxies = (trusted: string | undefined) => trusted === undefined ? false : trusted === 'true' ? true : trusted.split(',')

/** The HTTP server with what every route needs: identifiers, logs without personal data, headers, limits, origin, refusals. */
export const createServer = async ({ config, log, readActor, sentences, admits }: Options): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: log, logController: new LogController({ disableRequestLogging: true }), genReqId: () => randomUUID(), trustProxy: proxies(config.SILLAGE_TRUST_PROXY),
    bodyLimit: 1_048_576, requestTimeout: 120_000, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 300 },
  }) as unknown as FastifyInstance

  const headers = headersOf(config)
  const origins = originsOf(config)
  const waitOf = createLimit(config.SILLAGE_RATE_LIMIT)
  app.decorateRequest('actor', null as never)
  app.addHook('onRequest', (request, reply, done) => {
    if (admits?.(request) === false) {
      void reply.code(403).send()
      return
    }
    void reply.headers(headers)
    const seconds = UNLIMITED.test(request.url) ? undefined : waitOf(request.ip)
    if (seconds !== undefined) {
      void reply.header('retry-after', seconds)
      throw new Refusal('too-many-requests', { seconds }, 429)
    }
    checkOrigin(request, origins)
    done()
  })
  app.addHook('onRequest', async (request) => { request.actor = await readActor(request) })
  // The route's pattern and never the address, which holds names and searches.
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({ method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id, sentences)
    if (problem.status === 500) request.log.error({ err: error }, 'failed')
    const challenge = challengeOf(request, problem)
    if (challenge) void reply.header('www-authenticate', challenge)
    return reply.code(problem.status).type('application/problem+json').send({ ...problem, title: STATUS_CODES[problem.status] })
  })
  app.setNotFoundHandler((request, reply) => {
    void reply.code(404).type('application/problem+json').send(problemOf(new Refusal('not-found', {}, 404), request.id, sentences))
  })
  return app
}
