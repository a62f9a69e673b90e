import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aClient, world } from './fixtures.ts'
import { issueToken } from './issue.ts'
import { forgetKeys } from './keys.ts'
import { forgetIssuers, trustedIssuersOf } from './trusted-issuers.ts'
import { rotateSigningKeys } from './operations/back-office/rotate-signing-keys.ts'
import { origin, post, startApi, tokenOf, type Api } from './testing/server.ts'
import type { Context } from './policy.ts'
import { ConfigError } from '#kernel/config.ts'
import { visitor } from '#kernel/operation/actor.ts'

/** Another house's provider of tokens: its description and its keys, which turn. */
const provider = { keys: [] as JWK[], reads: 0, issuer: '' }
let server: Server
let app: Api
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/jwks') provider.reads++
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: provider.keys } : { issuer: provider.issuer,
      jwks_uri: `${provider.issuer}/jwks` }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app = await startApi(await world(), [
    { issuer: provider.issuer, audience: 'sillage' }, { issuer: 'http://127.0.0.1:1', audience: 'sillage' },
  ])
})
afterAll(async () => { server.close(); await app.close() })

const me = (token: string, headers: Record<string, string> = {}) => app.inject({ url: '/api/me',
  headers: { authorization: `Bearer ${token}`, ...headers } })
const statusOf = async (token: string) => (await me(token)).statusCode
const databaseOf = async () => (await world()).engine.context({ actor: visitor, origin: { request: 'test' } }).db as Context['db']

const key = async (algorithm = 'ES256') => {
  const pair = await generateKeyPair(algorithm, { extractable: true })
  const kid = v7()
  const jwk = { ...await exportJWK(pair.publicKey), kid, alg: algorithm }
  return { ...pair, kid, jwk, algorithm }
}
type Key = Awaited<ReturnType<typeof key>>

const claimsOf = (client: string) => ({ client_id: client, scope: 'identity:read', roles: ['member'] })
const signed = (claims: Record<string, unknown>, { privateKey, kid, algorithm }: Key,
  { issuer = origin, audience = `${origin}/api`, subject = '', age = 0, life = 600, typ = 'at+jwt' } = {}) => {
  const at = Math.floor(Date.now() / 1000) - age
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm, typ, kid }).setIssuer(issuer).setAudience(audience).setSubject(subject)
    .setJti(v7()).setIssuedAt(at).setExpirationTime(at + life).sign(privateKey)
}

test('the program that these attacks imitate is heard: what follows is refused for what it says it is', async () => {
  const token = await tokenOf(app, await aClient())
  // A program is no person: it is known, and has no profile.
  expect(await statusOf(token)).toBe(401)
  expect((await me(token)).json()).toMatchObject({ code: 'sign-in-required' })
})

test('a token signed by nobody, by another, or by the public key taken for a secret, is refused', async () => {
  const client = await aClient()
  const good = await tokenOf(app, client)
  const { keys } = (await app.inject('/.well-known/jwks.json')).json() as { keys: JWK[] }
  const published = keys[0]!
  const now = Math.floor(Date.now() / 1000)
  const claims = { ...claimsOf(client.id), iss: origin, aud: `${origin}/api`, sub: client.id, jti: v7(), iat: now, exp: now + 600 }
  const none = new UnsecuredJWT(claims).encode()
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const confused = (secret: string) => {
    const head = `${part({ alg: 'HS256', typ: 'at+jwt', kid: published.kid })}.${part(claims)}`
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
  }
  const publicKey = await importJWK({ ...published, ext: true }, 'ES256') as CryptoKey
  const [header, body, signature] = good.split('.') as [string, string, string]
  const raised = part({ ...JSON.parse(Buffer.from(body, 'base64url').toString()) as object, scope: 'identity:write bases:write' })
  const wrong: Record<string, string> = {
    none, 'none with a key': `${part({ alg: 'none', typ: 'at+jwt', kid: published.kid })}.${part(claims)}.`,
    'HS256 with the public key as PEM': confused(await exportSPKI(publicKey)),
      'HS256 with the public key as JSON': confused(JSON.stringify(published)),
    'another key under our name': await signed(claimsOf(client.id), { ...await key(), kid: published.kid! }, { subject: client.id }),
    'an unknown key': await signed(claimsOf(client.id), await key(), { subject: client.id }),
    'a key in the header': `${part({ alg: 'ES256', typ: 'at+jwt', jwk: (await key()).jwk })}.${part(claims)}.${signature}`,
    'claims changed': `${header}.${raised}.${signature}`, 'no signature': `${header}.${body}.`,
    garbage: 'a.b.c', empty: '', 'two dots': '..', long: `${'x'.repeat(4000)}.${'y'.repeat(4000)}.z`,
  }
  for (const [what, token] of Object.entries(wrong)) {
    const answer = await me(token)
    expect(answer.json(), what).toMatchObject({ code: 'invalid-token', status: 401 })
    expect(answer.headers['www-authenticate'], what).toContain('error="invalid_token"')
    // Not a word on what was wrong with it.
    expect(Object.keys(answer.json()).toSorted(), what).toEqual(['code', 'request', 'status', 'title', 'type'])
  }
})

test('a wrong token is never taken for a visitor, nor completed by a cookie', async () => {
  expect((await app.inject({ url: '/api/sign-in' })).statusCode).toBe(200)
  expect((await app.inject({ url: '/api/sign-in', headers: { authorization: 'Bearer a.b.c' } })).statusCode).toBe(401)
  expect((await app.inject({ url: '/api/sign-in', headers: { authorization: 'bearer' } })).statusCode).toBe(401)
  expect((await me('a.b.c', { cookie: '__Host-sillage=x' })).statusCode).toBe(401)
})

test('a token of ours that has ended, or that begins tomorrow, is refused', async () => {
  const db = await databaseOf()
  const client = await aClient()
  const given = { id: client.id, organisation_id: null, scopes: ['identity:read'], roles: [] }
  for (const at of [Date.now() - 11 * 60_000, Date.now() + 86_400_000]) {
    expect((await me(await issueToken(db, given, given.scopes, at))).json()).toMatchObject({ code: 'invalid-token' })
  }
  expect((await me(await issueToken(db, given, given.scopes))).json()).toMatchObject({ code: 'sign-in-required' })
})

test('a program closed takes its tokens with it, and a token without its row is nobody\'s', async () => {
  const { db } = await world()
  const [one, other] = [await aClient(), await aClient()]
  const [first, second] = [await tokenOf(app, one), await tokenOf(app, other)]
  await db.updateTable('access.client').set({ revoked_at: sql`now()` }).where('id', '=', one.id).execute()
  await db.deleteFrom('access.token').where('client_id', '=', other.id).execute()
  for (const token of [first, second]) expect((await me(token)).json()).toMatchObject({ code: 'invalid-token' })
})

test('keys turn in flight: tokens of the key before still pass, unless it was stolen', async () => {
  const { as } = await world()
  const now = new Date().toISOString()
  const administrator = {
    id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
    session: { id: v7(), method: 'test', signedInAt: now, provedAt: now },
  }
  const client = await aClient()
  const kids = async () => (await app.inject('/.well-known/jwks.json')).json<{ keys: JWK[] }>().keys.map(({ kid }) => kid)
  const before = await tokenOf(app, client)
  await as(administrator).run(rotateSigningKeys, {})
  // Another process of the portal, that has not read the keys again yet, signs with the one that it knows: a moment later it has.
  await restart()
  const after = await tokenOf(app, client)
  expect(await kids()).toHaveLength(2)
  for (const token of [before, after]) expect((await me(token)).json()).toMatchObject({ code: 'sign-in-required' })
  await as(administrator).run(rotateSigningKeys, { stolen: true })
  await restart()
  const last = await tokenOf(app, client)
  for (const token of [before, after]) expect((await me(token)).json()).toMatchObject({ code: 'invalid-token' })
  expect((await me(last)).json()).toMatchObject({ code: 'sign-in-required' })
  expect(await kids()).toHaveLength(1)
})
const restart = async () => forgetKeys(await databaseOf())

test('a person comes with a token of a trusted issuer, whose key is read once', async () => {
  const { db } = await world()
  const theirs = await key('RS256')
  provider.keys = [theirs.jwk]
  const person = await makePerson(db)
  const subject = v7()
  const token = await signed({ scope: 'openid profile' }, theirs, { issuer: provider.issuer, audience: 'sillage', subject, typ: 'JWT' })
  // Unknown: never mapped by an address, even one that the token claims.
  const claimed = await signed({ email: person.email, email_verified: true }, theirs,
    { issuer: provider.issuer, audience: 'sillage', subject })
  for (const one of [token, claimed]) expect((await me(one)).json()).toMatchObject({ code: 'invalid-token' })
  await db.insertInto('identity.external_identifier').values({
    id: v7(), person_id: person.id, issuer: provider.issuer, kind: 'sub', value: subject, valid_from: sql`now()`,
  }).execute()
  const reads = provider.reads
  for (let times = 0; times < 5; times++) expect((await me(token)).json()).toMatchObject({ personId: person.id })
  expect(provider.reads).toBeLessThanOrEqual(reads + 1)
  // A scope of ours narrows it; a suspended account, or an identity that was unlinked, ends it.
  const narrow = await signed({ scope: 'openid bases:read' }, theirs, { issuer: provider.issuer, audience: 'sillage', subject })
  expect((await me(narrow)).json()).toMatchObject({ code: 'insufficient-scope' })
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
  expect(await statusOf(token)).toBe(401)
  await db.updateTable('identity.account').set({ state: 'active' }).where('person_id', '=', person.id).execute()
  expect(await statusOf(token)).toBe(200)
  await db.updateTable('identity.external_identifier').set({ valid_to: sql`now() - interval '1 second'` }).where('person_id', '=', person.id).execute()
  expect(await statusOf(token)).toBe(401)
})

test('of a trusted issuer too: another audience, another issuer, an identity token, an ended one, a shared secret, are refused',
  async () => {
  const { db } = await world()
  const theirs = await key()
  provider.keys = [theirs.jwk]
  const [person, subject] = [await makePerson(db), v7()]
  await db.insertInto('identity.external_identifier').values([provider.issuer, 'https://evil.example',
    'http://127.0.0.1:1'].map((issuer) => ({
    id: v7(), person_id: person.id, issuer, kind: 'sub', value: subject, valid_from: sql`now()`,
  }))).execute()
  const good = { issuer: provider.issuer, audience: 'sillage', subject }
  // The keys were read for another test: a name that is not known makes them read again, ten seconds later at the soonest.
  forgetIssuers()
  expect(await statusOf(await signed({}, theirs, good))).toBe(200)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const head = `${part({ alg: 'HS256', kid: theirs.kid })}.${part({ iss: provider.issuer, aud: 'sillage', sub: subject, exp: now + 600 })}`
  const wrong: Record<string, string> = {
    audience: await signed({}, theirs, { ...good, audience: 'another' }),
      issuer: await signed({}, theirs, { ...good, issuer: 'https://evil.example' }),
    ended: await signed({}, theirs, { ...good, age: 700 }), nonce: await signed({ nonce: 'n' }, theirs, good),
      'typ ID': await signed({ typ: 'ID' }, theirs, good),
    key: await signed({}, await key(), good), none: new UnsecuredJWT({ iss: provider.issuer, aud: 'sillage', sub: subject,
      exp: now + 600 }).encode(),
    'shared secret': `${head}.${createHmac('sha256', JSON.stringify(theirs.jwk)).update(head).digest('base64url')}`,
    'ours by their key': await signed(claimsOf(v7()), theirs, { subject: v7() }),
  }
  for (const [what, token] of Object.entries(wrong)) expect((await me(token)).json(), what).toMatchObject({ code: 'invalid-token' })
  // Their issuer is silent: that says nothing of the token, so it is neither good nor wrong.
  expect((await me(await signed({}, theirs, { ...good, issuer: 'http://127.0.0.1:1' }))).json()).toMatchObject({ code: 'issuer-unreachable',
    status: 503 })
})

test('a program cannot be made to change something by a page of another site', async () => {
  const client = await aClient()
  const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret }
  const answer = await post(app, '/oauth/token', form, { origin: 'https://evil.example' })
  // The secret is the proof, not the origin; and no page of another site reads the answer.
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
})

test('issuers are read with the audience that is ours, and refused without', () => {
  expect(trustedIssuersOf('https://login.example/realms/a=sillage; https://b.example=https://sillage.example/api')).toEqual([
    { issuer: 'https://login.example/realms/a', audience: 'sillage' }, { issuer: 'https://b.example', audience: 'https://sillage.example/api' },
  ])
  expect(trustedIssuersOf(undefined)).toEqual([])
  for (const wrong of ['https://a.example', 'https://a.example=', 'ftp://a.example=x', '=x']) {
    expect(() => trustedIssuersOf(wrong), wrong).toThrow(ConfigError)
  }
})
