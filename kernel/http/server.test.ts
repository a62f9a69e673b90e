import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { v7 } from '../id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { visitor, type Actor } from '../operation/actor.ts'
import { createEngine } from '../operation/engine.ts'
import { module } from '../operation/module.ts'
import { command, query, Refusal, type Context } from '../operation/operation.ts'
import { raw } from '../operation/raw.ts'
import { anyone, signedIn } from '../operation/rule.ts'
import { worldOf } from '../testing/world.ts'
import { mountHealth } from './health.ts'
import { createMetrics, mountMetrics } from './metrics.ts'
import { mountOperations, mountRaw } from './mount.ts'
import { openApi } from './openapi.ts'
import { createServer } from './server.ts'

const double = query({
  http: 'GET /double/:number', input: z.object({ number: z.int(), plus: z.array(z.int()).default([]) }), output: z.object({ result: z.int() }), allow: anyone,
  run: async (_: Context, { number, plus }) => ({ result: 2 * number + plus.reduce((sum, one) => sum + one, 0) }),
})
const say = command({
  http: 'POST /say', input: z.object({ words: z.string().min(1).max(10) }), output: z.object({ said: z.string() }), allow: signedIn,
  run: async (_: Context, { words }) => {
    if (words === 'no') throw new Refusal('talk.no', { limit: 3 })
    if (words === 'bug') throw new Error('secret: a@b.fr')
    return { said: words }
  },
})
const hush = command({ http: 'DELETE /say', input: z.object({}), output: z.undefined(), allow: signedIn, run: async () => undefined })
const hook = raw({ http: 'POST /hook', input: z.object({}), allow: anyone, proof: 'signature', handle: async (_c: Context, _i, _t, { reply }) => reply.send({ ok: true }) })
const talk = module({ name: 'talk', folder: 'kernel/none', operations: { double, say, hush }, raw: [hook], refusals: { 'talk.no': 'C’est non.' } })

const world = worldOf(talk)
const person: Actor = { ...visitor, id: v7() }
const lines: string[] = []
let app: FastifyInstance
beforeAll(async () => {
  const { engine, pools } = await world()
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '60', SILLAGE_ORIGIN: 'http://localhost:3000' })
  const log = pino({ level: 'info' }, { write: (line: string) => { lines.push(line) } })
  app = await createServer({
    config, log, sentences: talk.refusals, readActor: async ({ headers }) => headers.cookie === 'person' ? person : visitor,
  })
  mountOperations(app, createEngine(engine.pool, { audit: () => ({ text: 'select', values: [] }) }), Object.values(talk.operations))
  mountRaw(app, engine, talk.raw)
  mountHealth(app, engine.pool, () => false)
  mountMetrics(app, createMetrics(pools.portal), undefined)
})
afterAll(() => app.close())

const mine = { cookie: 'person', origin: 'http://localhost:3000' }

test('a query reads its input from the address, with its types', async () => {
  const answer = await app.inject('/api/double/21?plus=1&plus=2')
  expect([answer.statusCode, answer.json()]).toEqual([200, { result: 45 }])
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
})

test('refusals are problem details with a stable code, a sentence, and lines for fields', async () => {
  const post = (payload: object, headers: Record<string, string> = mine) => app.inject({ method: 'POST', url: '/api/say', payload, headers })
  const no = await post({ words: 'no' })
  expect(no.headers['content-type']).toContain('application/problem+json')
  expect(no.json()).toMatchObject({ status: 409, code: 'talk.no', detail: 'C’est non.', limit: 3, type: '/api#talk.no' })
  expect((await post({ words: 'much too long' })).json()).toMatchObject({ status: 422, issues: [{ field: 'words', code: 'too_long', limit: 10 }] })
  expect((await post({ words: 'hi' }, {})).json()).toMatchObject({ status: 401, code: 'sign-in-required' })
  expect((await app.inject('/nowhere')).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await app.inject({ method: 'DELETE', url: '/api/say', headers: mine })).statusCode).toBe(204)
})

test('a failure says nothing of itself, and the logs hold no address, no cookie, no search', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/say?q=a%40b.fr', payload: { words: 'bug' }, headers: mine })
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.body).not.toContain('secret')
  expect(lines.join('\n')).not.toMatch(/person"|q=a|127\.0\.0\.1/)
  expect(lines.at(-1)).toContain('"route":"/api/say"')
})

test('another site cannot act with the cookie; a signed hook has its own proof', async () => {
  const post = (headers: Record<string, string>, url = '/api/say') => app.inject({ method: 'POST', url, payload: { words: 'hi' }, headers })
  expect((await post({ cookie: 'person', origin: 'https://evil.example' })).json()).toMatchObject({ status: 403, code: 'other-origin' })
  expect((await post({ cookie: 'person', origin: 'null' })).statusCode).toBe(403)
  expect((await post({ cookie: 'person' })).statusCode).toBe(403)
  expect((await post({ cookie: 'person', 'sec-fetch-site': 'same-site' })).statusCode).toBe(403)
  expect((await post({ cookie: 'person', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  expect((await post({ origin: 'https://bank.example' }, '/hook')).json()).toEqual({ ok: true })
})

test('the same key answers the same; a malformed one is refused', async () => {
  const post = (key: string) => app.inject({ method: 'POST', url: '/api/say', payload: { words: 'hi' }, headers: { ...mine, 'idempotency-key': key } })
  const key = v7()
  expect((await post(key)).json()).toEqual((await post(key)).json())
  expect((await post('abc')).json()).toMatchObject({ status: 400, code: 'key-malformed' })
})

test('bodies too large or unreadable are refused with a code', async () => {
  const post = (payload: string) => app.inject({ method: 'POST', url: '/api/say', payload, headers: { ...mine, 'content-type': 'application/json' } })
  expect((await post(JSON.stringify({ words: 'x'.repeat(1_100_000) }))).json()).toMatchObject({ status: 413, code: 'too-large' })
  expect((await post('{')).json()).toMatchObject({ status: 400, code: 'bad-request' })
})

test('health and figures', async () => {
  expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' })
  expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
  expect((await app.inject('/metrics')).body).toContain('sillage_http_seconds')
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.1' })).statusCode).toBe(404)
})

test('too many requests are told when to come back', async () => {
  let last = await app.inject('/api/double/1')
  for (let number = 0; number < 60 && last.statusCode === 200; number++) last = await app.inject('/api/double/1')
  expect(last.json()).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
})

test('the OpenAPI document is valid', async () => {
  const { Validator } = await import('@seriousme/openapi-schema-validator')
  const result = await new Validator().validate(openApi([talk], { title: 'Talk', version: '1', origin: 'http://localhost:3000' }))
  expect(result).toMatchObject({ valid: true })
})
