import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Call, Engine } from '../operation/engine.ts'
import { admit, InvalidInput } from '../operation/engine.ts'
import { fromStrings, type Texts } from '../operation/input.ts'
import type { Actor } from '../operation/actor.ts'
import { Refusal, type Operation } from '../operation/operation.ts'
import type { RawRoute } from '../operation/raw.ts'

declare module 'fastify' {
  interface FastifyRequest { actor: Actor }
  interface FastifyContextConfig { proof?: 'token' | 'signature'; background?: boolean }
}

export const parts = (route: string): [method: string, path: string] => route.split(' ') as [string, string]

/** Parameters and query come as strings, a body as JSON; the address wins over the body. */
const inputOf = (operation: Pick<Operation, 'input'>, request: FastifyRequest) => {
  const address = fromStrings(operation.input, { ...request.query as Texts, ...request.params as Texts })
  return typeof request.body === 'object' ? { ...request.body, ...address } : address
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** `Idempotency-Key` (IETF draft) is a UUID; `If-Match: "3"` carries the version that was seen (RFC 9110 §13.1.1). */
export const callOf = (request: FastifyRequest): Call => {
  const key = request.headers['idempotency-key']
  if (key !== undefined && !UUID.test(String(key))) throw new Refusal('key-malformed', {}, 400)
  const version = /^"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  return {
    actor: request.actor, origin: { request: request.id, address: request.ip },
    key: key as string | undefined, version: version === undefined ? undefined : Number(version),
  }
}

/** Every operation given under `/api`. A query answers 200 with what it `can`; a command 200, or 204 when it says nothing. */
export const mountOperations = (app: FastifyInstance, engine: Engine, operations: readonly Operation[]) => {
  for (const operation of operations) {
    const [method, path] = parts(operation.http)
    app.route({
      method, url: `/api${path}`,
      handler: async (request, reply) => {
        const { output, can } = await engine.run(operation, inputOf(operation, request), callOf(request))
        if (output === undefined || output === null) return reply.code(204).send()
        return operation.can ? { ...output, can } : output
      },
    })
  }
}

/**
 * Streams, uploads, downloads, redirects: same eyes and same rights, but they answer by themselves. A plain form may post to one of them
 * (to set a cookie), which `/api` does not accept.
 */
export const mountRaw = (app: FastifyInstance, engine: Engine, routes: readonly RawRoute[]) => void app.register(async (app) => {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_request: FastifyRequest, body: string) =>
    Object.fromEntries(new URLSearchParams(body)))
  for (const route of routes.filter((one) => !one.stream)) mountOne(app, engine, route)
  await app.register(async (streams) => {
    streams.removeAllContentTypeParsers()
    streams.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const route of routes.filter((one) => one.stream)) mountOne(streams, engine, route)
  })
})

const mountOne = (app: FastifyInstance, engine: Engine, route: RawRoute) => {
  const [method, url] = parts(route.http)
  app.route({
    method: method === 'GET' ? ['GET', 'HEAD'] : method, url, config: { proof: route.proof, background: route.background }, bodyLimit: route.bodyLimit,
    handler: async (request, reply) => {
      const call = callOf(request)
      const context = engine.context(call)
      const input = route.input.safeParse(inputOf(route, request), { reportInput: true })
      if (!input.success) throw new InvalidInput(input.error)
      const target = await admit(route, context, input.data)
      return route.handle(context, input.data, target, {
        request, reply, run: async (operation, value) => (await engine.run(operation, value, call)).output,
      })
    },
  })
}
