import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { readConfig } from '#kernel/config.ts'
import { mountOperations, mountRaw, parts } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { backOfficeOperationsOf, operationsOf, portsOf } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { COOKIE as PORTAL_COOKIE, hashOf, newToken, openSession, readSession } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { codeAt, configureStaff, COOKIE, enrolForDemonstration } from '#modules/staff/api.ts'
import { createBackOffice } from './server.ts'
import { backOfficeOf } from './settings.ts'

const world = worldOf(...modules)
const origin = 'https://gestion.sillage.example'
const settings = {
  SMTP_URL: 'smtp://mail:587', MAIL_FROM: 'a@example.org', SILLAGE_ORIGIN: 'https://sillage.example', BACK_OFFICE_ORIGIN: origin,
  BACK_OFFICE_KEY: randomBytes(32).toString('base64'), SILLAGE_MASTER_KEYS: randomBytes(32).toString('base64'),
}
const log = pino({ level: 'silent' })
let app: FastifyInstance
let portal: FastifyInstance

beforeAll(async () => {
  configureStaff({ origin, name: 'Sillage', keys: [randomBytes(32)] })
  const { pools } = await world()
  const config = { ...readConfig(settings), origin }
  app = await createBackOffice({ config, allow: backOfficeOf(config)!.allow, log, engine: createEngine(pools.backOffice, portsOf(modules)), modules })
  portal = await createServer({
    config: readConfig(settings), log, sentences: {},
    readActor: async ({ headers }) => await readSession(pools.portal, modules, headers.cookie) ?? visitor,
  })
  const engine = createEngine(pools.portal, portsOf(modules))
  mountOperations(portal, engine, operationsOf(modules))
  mountRaw(portal, engine, modules.flatMap((one) => one.raw))
  await Promise.all([app.ready(), portal.ready()])
})
afterAll(() => Promise.all([app.close(), portal.close()]))

type Form = Record<string, string>
const cookieOf = (set: unknown) => /^[^;]+/.exec(String([set].flat()[0]))![0]
const post = (url: string, form: Form, cookie?: string, headers: InjectOptions['headers'] = {}) => app.inject({
  method: 'POST', url, payload: new URLSearchParams(form).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...cookie && { cookie }, ...headers },
})
const get = (url: string, cookie?: string) => app.inject({ url, headers: cookie ? { cookie } : {} })

const anAdministrator = async () => {
  const { db } = await world()
  const person = await makePerson(db, { platformRoles: ['administrator'] })
  const secret = randomBytes(20)
  await enrolForDemonstration({ db, now: new Date().toISOString() }, person.id, secret, 'Telephone')
  return { ...person, code: (at = Date.now()) => codeAt(secret, at) }
}

/** Half a session, through the link of a mail. */
const half = async (person: { email: string }) => {
  const { db } = await world()
  const [token, now] = [newToken(), Date.now()]
  const id = crypto.randomUUID()
  await db.insertInto('staff.sign_in_link').values({
    id, email: person.email, return_to: '/', created_at: new Date(now).toISOString(), expires_at: new Date(now + 900_000).toISOString(),
  }).execute()
  await db.insertInto('staff.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  const answer = await post('/back-office/session', { token })
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/identification/second-facteur' } })
  return cookieOf(answer.headers['set-cookie'])
}
const whole = async (person: Awaited<ReturnType<typeof anAdministrator>>) => {
  const answer = await post('/back-office/second-factor', { code: person.code(), returnTo: '/reglages' }, await half(person))
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/reglages' } })
  return cookieOf(answer.headers['set-cookie'])
}

test('two factors open the back office; the cookie is another one after each, strict, secure, for this host alone', async () => {
  const ada = await anAdministrator()
  const first = await half(ada)
  const answer = await post('/back-office/second-factor', { code: ada.code() }, first)
  expect(answer.headers['set-cookie']).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}\\.[\\w-]{22}; Path=/; HttpOnly; Secure; SameSite=Strict$`))
  const second = cookieOf(answer.headers['set-cookie'])
  expect((await get('/api/back-office/security', second)).statusCode).toBe(200)
  // What was half a session is not one any more: a cookie planted or stolen before the second factor is worth nothing.
  expect(second).not.toBe(first)
  expect((await get('/api/back-office/security', first)).statusCode).toBe(401)
})

test('half a session opens no operation of the back office, whatever it is', async () => {
  const cookie = await half(await anAdministrator())
  const open = new Set(['showStaffSignIn', 'requestStaffLink', 'openStaffLink', 'signInByStaffLink', 'signOutStaff', 'showSecondFactor', 'proveByCode',
    'proveByRecoveryCode', 'askPasskey', 'proveByPasskey'].map((name) => `staff.${name}`))
  for (const operation of backOfficeOperationsOf(modules).filter(({ name }) => !open.has(name))) {
    const [method, path] = parts(operation.http)
    const url = `/api${path.replace(/:\w+/g, crypto.randomUUID())}`
    const { statusCode } = await app.inject({ method: method as 'GET', url, headers: { cookie, origin }, ...method === 'GET' ? {} : { payload: {} } })
    expect([401, 404, 422], `${operation.name} ${statusCode}`).toContain(statusCode)
  }
  // Even a code that is good, shown to the operation and not to the route, opens nothing: only the route gives a cookie.
  const ada = await anAdministrator()
  const hers = await half(ada)
  const shown = await app.inject({ method: 'POST', url: '/api/back-office/proofs/code', headers: { cookie: hers, origin }, payload: { code: ada.code() } })
  expect(shown.json()).toEqual({ proved: true })
  expect((await get('/api/back-office/security', hers)).statusCode).toBe(401)
})

test('a code serves once, in this session and in another', async () => {
  const ada = await anAdministrator()
  const [one, two] = [await half(ada), await half(ada)]
  const form = { code: ada.code() }
  expect((await post('/back-office/second-factor', form, one)).headers.location).toBe('/')
  for (const cookie of [one, two]) {
    const { statusCode, headers } = await post('/back-office/second-factor', form, cookie)
    expect(headers['set-cookie']).toBeUndefined()
    expect(statusCode === 401 || headers.location === '/identification/second-facteur?raison=wrong-totp').toBe(true)
  }
})

test('a cookie of the portal opens nothing here, under its name or under ours, and the reverse', async () => {
  const { pools, engine } = await world()
  const ada = await anAdministrator()
  const context = engine.context({ actor: visitor, origin: { request: 'test' } })
  const theirs = cookieOf((await openSession(context, ada.id, 'email-link')).cookie)
  expect(theirs.startsWith(`${PORTAL_COOKIE}=`)).toBe(true)
  expect((await portal.inject({ url: '/api/me', headers: { cookie: theirs } })).statusCode).toBe(200)
  const ours = await whole(ada)
  for (const cookie of [theirs, theirs.replace(PORTAL_COOKIE, COOKIE), `${theirs}; ${COOKIE}=${'x'.repeat(43)}`]) {
    expect((await get('/api/back-office/security', cookie)).statusCode).toBe(401)
  }
  for (const cookie of [ours, ours.replace(COOKIE, PORTAL_COOKIE)]) {
    expect(await readSession(pools.portal, modules, cookie)).toBeUndefined()
    expect((await portal.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401)
  }
})

test('the portal answers none of the back office\'s operations and routes, and the back office none of the portal\'s', async () => {
  const cookie = await whole(await anAdministrator())
  const staffed = [...backOfficeOperationsOf(modules).map(({ http }) => http.replace(' ', ' /api')), ...modules.flatMap(({ backOffice }) => (backOffice.raw ?? []).map(({ http }) => http))]
  const ordinary = [...operationsOf(modules).map(({ http }) => http.replace(' ', ' /api')), ...modules.flatMap(({ raw }) => raw.map(({ http }) => http))]
  expect([staffed.length > 20, ordinary.length > 50]).toEqual([true, true])
  const probe = async (server: FastifyInstance, from: string, route: string) => {
    const [method, path] = parts(route)
    const url = path.replace(/:\w+\??/g, crypto.randomUUID())
    return (await server.inject({ method: method as 'GET', url, headers: { cookie, origin: from }, ...['GET', 'DELETE'].includes(method) ? {} : { payload: {} } })).json()
  }
  for (const route of staffed) expect(await probe(portal, 'https://sillage.example', route), route).toMatchObject({ code: 'not-found' })
  for (const route of ordinary) expect(await probe(app, origin, route), route).toMatchObject({ code: 'not-found' })
  // The names of routes themselves: no method of any address is common to both.
  for (const route of staffed) {
    const [method, path] = parts(route)
    expect(portal.hasRoute({ method, url: path }), route).toBe(false)
    expect(route).toMatch(/ (\/api)?\/back-office\//)
  }
})

test('a page of another site cannot act with an administrator\'s cookie', async () => {
  const ada = await anAdministrator()
  const cookie = await whole(ada)
  for (const from of ['https://evil.example', 'https://sillage.example', 'null', 'https://gestion.sillage.example.evil.example']) {
    for (const url of ['/back-office/sign-out', '/back-office/proof', '/back-office/factors/totp', '/back-office/second-factor', '/back-office/stay']) {
      expect((await post(url, { code: ada.code() }, cookie, { origin: from })).statusCode, `${from} ${url}`).toBe(403)
    }
  }
  expect((await app.inject({ method: 'DELETE', url: '/api/back-office/session', headers: { cookie } })).statusCode).toBe(403)
  expect((await get('/api/back-office/security', cookie)).statusCode).toBe(200)
})

test('a proof asked again goes on with all that was being sent, and the session stays the same one', async () => {
  const ada = await anAdministrator()
  const { db } = await world()
  const cookie = await whole(ada)
  await db.updateTable('staff.session').set({ proved_at: '2020-01-01T00:00:00Z' }).where('person_id', '=', ada.id).execute()
  expect((await get('/api/back-office/recovery-codes', cookie)).json()).toMatchObject({ code: 'proof-required', status: 403 })
  const form = { _command: 'changeSetting', _then: '/reglages/x?a=1&preuve=wrong-totp', value: 'typed' }
  const wrong = await post('/back-office/proof', { ...form, _code: '000000' }, cookie)
  expect(wrong).toMatchObject({ statusCode: 307, headers: { location: '/reglages/x?a=1&preuve=wrong-totp' } })
  expect(wrong.headers['set-cookie']).toBeUndefined()
  await db.updateTable('staff.factor').set({ last_step: 0 }).where('person_id', '=', ada.id).execute()
  const right = await post('/back-office/proof', { ...form, _code: ada.code() }, cookie)
  expect(right).toMatchObject({ statusCode: 307, headers: { location: '/reglages/x?a=1' } })
  expect((await get('/api/back-office/recovery-codes', cookie)).statusCode).toBe(401)
  expect((await get('/api/back-office/recovery-codes', cookieOf(right.headers['set-cookie']))).statusCode).toBe(200)
  expect((await post('/back-office/proof', { _then: '//evil.example', _code: '1' }, cookieOf(right.headers['set-cookie']))).headers.location).toBe('/?preuve=wrong-totp')
})

test('ten minutes without a sign of life close it, eight hours whatever happens, and a role that is withdrawn at once', async () => {
  const { db } = await world()
  const ada = await anAdministrator()
  const cookie = await whole(ada)
  const set = (values: object) => db.updateTable('staff.session').set(values).where('person_id', '=', ada.id).execute()
  const status = async () => (await get('/api/back-office/security', cookie)).statusCode
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const { expires_at } = await db.selectFrom('staff.session').select('expires_at').where('person_id', '=', ada.id).executeTakeFirstOrThrow()
  expect(Math.round((Date.parse(expires_at as string) - Date.now()) / 3_600_000)).toBe(8)
  await set({ last_seen_at: ago(9) })
  expect((await app.inject({ url: '/gestion/none.js', headers: { cookie } })).statusCode).toBe(404)
  expect((await post('/back-office/stay', {}, cookie)).statusCode).toBe(204)
  await set({ last_seen_at: ago(9.9) })
  expect(await status()).toBe(200)
  await set({ last_seen_at: ago(10.1) })
  expect(await status()).toBe(401)
  expect((await post('/back-office/stay', {}, cookie)).statusCode).toBe(401)
  await set({ last_seen_at: ago(0), expires_at: ago(0.1) })
  expect(await status()).toBe(401)
  await set({ expires_at: '2100-01-01T00:00:00Z' })
  expect(await status()).toBe(200)
  await db.deleteFrom('identity.platform_role').where('person_id', '=', ada.id).execute()
  expect(await status()).toBe(401)
})

test('leaving closes the session and takes the cookie back', async () => {
  const cookie = await whole(await anAdministrator())
  const { headers } = await post('/back-office/sign-out', {}, cookie)
  expect(headers).toMatchObject({ location: '/identification', 'set-cookie': expect.stringContaining('Max-Age=0') })
  expect((await get('/api/back-office/security', cookie)).statusCode).toBe(401)
})

test('the list of the back office\'s raw routes, with who may call them', () => {
  const routes = modules.flatMap(({ name, backOffice }) => (backOffice.raw ?? []).map(({ http, allow, proof, stream }) =>
    `${name}: ${http}, ${allow.says}${proof ? `, ${proof}` : ''}${stream ? ', stream' : ''}`))
  expect(routes.toSorted()).toMatchInlineSnapshot(`
    [
      "audit: GET /back-office/trace/export, holds administrator",
      "staff: GET /back-office/proconnect, anyone",
      "staff: GET /back-office/proconnect/callback, anyone",
      "staff: POST /back-office/factors/passkey, in a session of the back office",
      "staff: POST /back-office/factors/totp, in a session of the back office",
      "staff: POST /back-office/proof, in a session of the back office",
      "staff: POST /back-office/second-factor, in a session of the back office",
      "staff: POST /back-office/session, anyone",
      "staff: POST /back-office/sign-out, anyone",
      "staff: POST /back-office/stay, anyone",
    ]
  `)
})
