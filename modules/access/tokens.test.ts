import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { module } from '#kernel/operation/module.ts'
import { query } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { z } from 'zod'
import { hashOf, newToken } from '#modules/identity/api.ts'
import { pruneAccess } from './jobs.ts'
import { access } from './module.ts'
import { basic, origin, post, startApi, tokenOf, type Api } from './testing/server.ts'

/** Something that only members of an organisation may ask, and programs of theirs. */
const roomsOf = query({
  http: 'GET /organisations/:organisationId/rooms', input: z.object({ organisationId: z.uuid() }),
    output: z.object({ organisation_id: z.uuid() }),
  on: async (_, { organisationId }) => ({ organisation_id: organisationId }), allow: belongsTo('organisation', 'organisation_id'),
  run: async (_, __, target) => target,
})
const world = worldOf(module({ name: 'rooms', folder: 'modules/access/testing', needs: [access], operations: { roomsOf } }))

let app: Api
beforeAll(async () => { app = await startApi(await world()) })
afterAll(() => app.close())

const organisationId = v7()
const aClient = async (given: { scopes?: string[]; organisationId?: string | null; expiresAt?: string } = {}) => {
  const { db } = await world()
  const [id, secret, now] = [v7(), newToken(), new Date().toISOString()]
  await db.insertInto('access.client').values({
    id, organisation_id: given.organisationId === undefined ? organisationId : given.organisationId, name: 'Emploi du temps',
    scopes: given.scopes ?? ['rooms:read', 'identity:write'], roles: given.organisationId === null ? ['support'] : ['member'],
      created_at: now,
  }).execute()
  await db.insertInto('access.client_secret')
    .values({ id: v7(), client_id: id, hash: hashOf(secret), created_at: now, expires_at: given.expiresAt ?? null }).execute()
  return { id, secret }
}
const rooms = (token: string, organisation = organisationId) =>
  app.inject({ url: `/api/organisations/${organisation}/rooms`, headers: { authorization: `Bearer ${token}` } })
const form = { grant_type: 'client_credentials' }

test('a program gets a token of ten minutes, by Basic or in the body, and acts with the roles of its organisation there only', async () => {
  const client = await aClient()
  const answers = [
    await post(app, '/oauth/token', form, { authorization: basic(client.id, client.secret) }),
    await post(app, '/oauth/token', { ...form, client_id: client.id, client_secret: client.secret }),
  ]
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    const body = answer.json() as { access_token: string }
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'rooms:read identity:write' })
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    const claims = decodeJwt(body.access_token)
    expect(claims).toMatchObject({ iss: origin, aud: `${origin}/api`, sub: client.id, client_id: client.id, organisation_id: organisationId,
      roles: ['member'] })
    expect(claims.exp! - claims.iat!).toBe(600)
    expect((await rooms(body.access_token)).json()).toEqual({ organisation_id: organisationId })
    expect((await rooms(body.access_token, v7())).statusCode).toBe(403)
  }
})

test('a program of the platform holds no role in an organisation', async () => {
  expect((await rooms(await tokenOf(app, await aClient({ organisationId: null })))).statusCode).toBe(403)
})

test('a token is for the scopes asked, which are among those of the program', async () => {
  const client = await aClient()
  const narrow = await tokenOf(app, client, 'identity:read')
  const refused = await rooms(narrow)
  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({ code: 'insufficient-scope' })
  expect(refused.headers['www-authenticate']).toContain('insufficient_scope')
  const more = await post(app, '/oauth/token', { ...form, scope: 'rooms:read rooms:write' },
    { authorization: basic(client.id, client.secret) })
  expect([more.statusCode, more.json()]).toEqual([400, { error: 'invalid_scope' }])
})

test('the errors are those of RFC 6749', async () => {
  const client = await aClient()
  const authorization = basic(client.id, client.secret)
  const error = async (given: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await post(app, '/oauth/token', given, headers, '192.0.2.77')
    return [answer.statusCode, answer.json<{ error: string }>().error]
  }
  expect(await error({}, { authorization })).toEqual([400, 'invalid_request'])
  expect(await error({ grant_type: 'password' }, { authorization })).toEqual([400, 'unsupported_grant_type'])
  expect(await error({ ...form, client_id: client.id, client_secret: client.secret }, { authorization })).toEqual([400, 'invalid_request'])
  expect(await error(form)).toEqual([401, 'invalid_client'])
  expect(await error(form, { authorization: basic(client.id, 'wrong') })).toEqual([401, 'invalid_client'])
  expect(await error(form, { authorization: basic(v7(), client.secret) })).toEqual([401, 'invalid_client'])
  expect(await error(form, { authorization: basic('x\' or 1=1', client.secret) })).toEqual([401, 'invalid_client'])
  expect(await error(form, { authorization: 'Basic %%%' })).toEqual([401, 'invalid_client'])
  const other = await post(app, '/oauth/token', form, { authorization: basic(client.id, 'wrong') }, '192.0.2.78')
  expect(other.headers['www-authenticate']).toMatch(/^Basic/)
  // A secret in the address would stay in logs: it is not read there.
  const inAddress = await post(app, `/oauth/token?client_id=${client.id}&client_secret=${client.secret}`, form, {}, '192.0.2.79')
  expect(inAddress.statusCode).toBe(401)
})

test('guessing secrets is slowed, and locks nobody out: the good one passes from anywhere, even from where one guesses', async () => {
  const client = await aClient()
  const guess = (id = client.id) => post(app, '/oauth/token', form, { authorization: basic(id, newToken()) }, '198.51.100.9')
  const statuses = []
  for (let times = 0; times < 14; times++) statuses.push((await guess()).statusCode)
  expect(new Set(statuses.slice(0, 9))).toEqual(new Set([401]))
  expect(statuses.slice(-3)).toEqual([429, 429, 429])
  expect((await guess()).headers['retry-after']).toMatch(/^\d+$/)
  // From many programs, one network is slowed too.
  for (let times = 0; times < 60; times++) await guess(v7())
  expect((await guess(v7())).statusCode).toBe(429)
  for (const address of ['198.51.100.9', '203.0.113.5']) {
    expect((await post(app, '/oauth/token', form, { authorization: basic(client.id, client.secret) }, address)).statusCode).toBe(200)
  }
})

test('a secret that was replaced or a program that was closed gives no token', async () => {
  const { db } = await world()
  const old = await aClient({ expiresAt: new Date(Date.now() - 1000).toISOString() })
  await expect(tokenOf(app, old)).rejects.toThrow('invalid_client')
  const closed = await aClient()
  await db.updateTable('access.client').set({ revoked_at: sql`now()` }).where('id', '=', closed.id).execute()
  await expect(tokenOf(app, closed)).rejects.toThrow('invalid_client')
})

test('a token given back opens nothing any more; another program cannot give it back', async () => {
  const [client, other] = [await aClient(), await aClient()]
  const token = await tokenOf(app, client)
  const giveBack = (who: typeof client, text: string) => post(app, '/oauth/revoke', { token: text },
    { authorization: basic(who.id, who.secret) })
  for (const text of [token, 'nothing', `${token.slice(0, 40)}x`]) expect((await giveBack(other, text)).statusCode).toBe(200)
  expect((await rooms(token)).statusCode).toBe(200)
  expect((await post(app, '/oauth/revoke', { token }, {})).statusCode).toBe(401)
  expect((await giveBack(client, token)).statusCode).toBe(200)
  const replayed = await rooms(token)
  expect(replayed.statusCode).toBe(401)
  expect(replayed.json()).toMatchObject({ code: 'invalid-token' })
  expect(replayed.headers['www-authenticate']).toContain('error="invalid_token"')
  const { revoked } = (await app.inject('/oauth/revoked')).json() as { revoked: { jti: string; exp: number }[] }
  expect(revoked.map(({ jti }) => jti)).toContain(decodeJwt(token).jti)
})

test('what the platform publishes describes it, and holds no private part', async () => {
  await tokenOf(app, await aClient())
  const metadata = (await app.inject('/.well-known/oauth-authorization-server')).json() as Record<string, unknown>
  expect(metadata).toMatchObject({
    issuer: origin, token_endpoint: `${origin}/oauth/token`, jwks_uri: `${origin}/.well-known/jwks.json`,
      revocation_endpoint: `${origin}/oauth/revoke`,
    grant_types_supported: ['client_credentials'],
  })
  expect(metadata['scopes_supported']).toContain('rooms:read')
  const { keys } = (await app.inject('/.well-known/jwks.json')).json() as { keys: Record<string, unknown>[] }
  expect(keys).toHaveLength(1)
  expect(Object.keys(keys[0]!).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  const { db } = await world()
  const rows = JSON.stringify(await db.selectFrom('access.signing_key').selectAll().execute())
  expect(rows).not.toContain('PRIVATE KEY')
})

test('a process of its own checks a token with the keys and the revocations alone', async () => {
  const client = await aClient()
  const token = await tokenOf(app, client)
  const check = async (text: string, audience = `${origin}/api`) => {
    const jwks: unknown = (await app.inject('/.well-known/jwks.json')).json()
    const revoked: unknown = (await app.inject('/oauth/revoked')).json()
    const argument = JSON.stringify({ token: text, jwks, revoked, issuer: origin, audience })
    // Nothing of the environment: neither the database's address nor a key.
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'testing/check-offline.ts'), argument],
      { env: {} })
    return JSON.parse(stdout) as { accepted?: { clientId: string; scopes: string[] }; refused?: string }
  }
  expect(await check(token)).toMatchObject({ accepted: { clientId: client.id, scopes: ['rooms:read', 'identity:write'], organisationId } })
  expect(await check(token, 'https://another.example')).toMatchObject({ refused: expect.stringContaining('aud') })
  await post(app, '/oauth/revoke', { token }, { authorization: basic(client.id, client.secret) })
  expect(await check(token)).toEqual({ refused: 'revoked' })
})

test('each night what has ended goes', async () => {
  const { db, pools } = await world()
  await tokenOf(app, await aClient())
  await db.updateTable('access.token').set({ expires_at: sql`now() - interval '1 minute'` }).execute()
  await db.updateTable('access.client_secret').set({ expires_at: sql`now() - interval '1 minute'` }).execute()
  await execute(pools.worker, pruneAccess, {})
  expect(await db.selectFrom('access.token').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('access.client_secret').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('access.signing_key').selectAll().execute()).not.toEqual([])
})
