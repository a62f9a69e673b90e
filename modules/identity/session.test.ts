import { sql } from 'kysely'
import { pino } from 'pino'
import { v7 } from '#kernel/id.ts'
import { afterAll, expect, test, vi } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { operationsOf } from '#kernel/operation/module.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { browserOf } from './browser.ts'
import { aPerson, world } from './fixtures.ts'
import { identity } from './module.ts'
import { readSession } from './read-session.ts'
import { clearCookie, COOKIE, openSession, tokenOf } from './session.ts'
import { hashOf, newToken } from './token.ts'

const origin = 'https://sillage.example'
type Server = Awaited<ReturnType<typeof createServer>>
let app: Server | undefined
afterAll(() => app?.close())

/** The real server with this module's routes and the real reader of sessions. */
const server = async (): Promise<Server> => {
  if (app) return app
  const { engine, modules, pools } = await world()
  const config = readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' })
  app = await createServer({
    config, log: pino({ level: 'silent' }), sentences: {},
    readActor: async (request) => await readSession(pools.portal, modules, request.headers.cookie) ?? visitor,
  })
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, identity.raw)
  return app
}

const open = async (personId: string, cookies?: string) => {
  const { engine } = await world()
  return openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), personId, 'email-link', { cookies })
}
const read = async (cookies: string | undefined) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, cookies)
}
const pair = (cookie: string) => cookie.split(';')[0]!

/** A link that waits for its button, as the job leaves it. */
const aLink = async (email: string, returnTo = '/') => {
  const { db } = await world()
  const [id, token] = [v7(), newToken()]
  const now = Date.now()
  await db.insertInto('identity.sign_in_link').values({
    id, email, purpose: 'sign-in', return_to: returnTo, created_at: new Date(now).toISOString(), expires_at: new Date(now + 900_000)
      .toISOString(),
  }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return token
}
const post = async (url: string, form: Record<string, string>, headers: Record<string, string> = {}) => (await server()).inject({
  method: 'POST', url, payload: new URLSearchParams(form).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
})

test('a session says who acts, under which name, with which grants of every module', async () => {
  const ada = await aPerson({ firstName: 'Ada', lastName: 'Lovelace', timeZone: 'Indian/Reunion', platformRoles: ['moderator'] })
  const { cookie } = await open(ada.id)
  expect(cookie).toMatch(/^__Host-sillage=[\w-]{43}\.[\w-]{22}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(await read(`theme=dark; ${pair(cookie)}; other=1`)).toMatchObject({
    id: ada.id, name: 'Ada Lovelace', timeZone: 'Indian/Reunion', grants: [{ scope: 'platform', id: '', role: 'moderator' }],
    session: { method: 'email-link' },
  })
  const bob = await aPerson({ firstName: undefined, lastName: undefined })
  expect(await read(pair((await open(bob.id)).cookie))).toMatchObject({ id: bob.id, name: undefined, grants: [] })
})

test('asked at the same instant, each has their own session, and no more than one statement reads them', async () => {
  const people = [await aPerson(), await aPerson(), await aPerson()]
  const cookies = await Promise.all(people.map(async ({ id }) => pair((await open(id)).cookie)))
  const asked = [cookies[2], `${COOKIE}=${newToken()}.${'a'.repeat(22)}`, cookies[0], undefined, cookies[1], cookies[2]]
  const { pools: { portal } } = await world()
  const statements = vi.spyOn(portal, 'query')
  const found = await Promise.all(asked.map((cookie) => read(cookie)))
  expect(found.map((one) => one?.id)).toEqual([people[2]!.id, undefined, people[0]!.id, undefined, people[1]!.id, people[2]!.id])
  expect(statements.mock.calls.filter(([statement]) => (statement as { name?: string }).name === 'session')).toHaveLength(1)
  statements.mockRestore()
})

test('a cookie that is absent, touched, guessed or stolen from the table opens nothing', async () => {
  const ada = await aPerson()
  const { token } = await open(ada.id)
  const flipped = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`
  for (const wrong of [undefined, '', `${COOKIE}=`, `${COOKIE}=${flipped}`, `${COOKIE}=${token}x`, `${COOKIE}=${token.slice(1)}`,
    `x${COOKIE}=${token}`,
    `sillage=${token}`, `${COOKIE}=' or 1=1 --`, `${COOKIE}=${newToken()}`, `${COOKIE}=${hashOf(token).toString('base64url')}`]) {
    expect(await read(wrong), wrong).toBeUndefined()
  }
  expect(await read(`${COOKIE}=${token}`)).toMatchObject({ id: ada.id })
})

test('a session ends: at its term, when nobody comes, when the account is suspended, when the person is erased or merged', async () => {
  const { db } = await world()
  const cases: [string, () => Promise<unknown>][] = []
  const ended = async (what: string, change: (id: string) => { execute(): Promise<unknown> }) => {
    const person = await aPerson()
    const cookie = pair((await open(person.id)).cookie)
    cases.push([cookie, () => change(person.id).execute()])
    expect(await read(cookie), what).toBeDefined()
    await cases.at(-1)![1]()
    expect(await read(cookie), what).toBeUndefined()
  }
  const session = (set: Record<string, unknown>) => (id: string) => db.updateTable('identity.session').set(set).where('person_id', '=', id)
  await ended('term', session({ expires_at: sql`now() - interval '1 second'` }))
  await ended('idle', session({ last_seen_at: sql`now() - interval '31 days'` }))
  await ended('suspended', (id) => db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', id))
  await ended('erased', (id) => db.updateTable('identity.person').set({ erased_at: sql`now()` }).where('id', '=', id))
  await ended('merged', (id) => db.updateTable('identity.person').set({ merged_into: sql`id` }).where('id', '=', id))
})

test('being seen is written every five minutes at most', async () => {
  const { db } = await world()
  const ada = await aPerson()
  const cookie = pair((await open(ada.id)).cookie)
  const seen = async () => (await db.selectFrom('identity.session').select('last_seen_at').where('person_id', '=', ada.id)
    .executeTakeFirstOrThrow())['last_seen_at']
  const at = await seen()
  await read(cookie)
  expect(await seen()).toBe(at)
  await db.updateTable('identity.session').set({ last_seen_at: sql`now() - interval '6 minutes'` }).where('person_id', '=', ada.id)
    .execute()
  await read(cookie)
  expect(Date.parse(String(await seen()))).toBeGreaterThanOrEqual(Date.parse(String(at)) - 1000)
})

test('the button of the mail\'s page opens a session and goes where one was going', async () => {
  const ada = await aPerson({ email: 'ada@example.org' })
  const answer = await post('/sign-in/session', { token: await aLink('ada@example.org', '/ressources?q=a') })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers).toMatchObject({ location: '/ressources?q=a', 'cache-control': 'no-store' })
  expect(await read(pair(String(answer.headers['set-cookie'])))).toMatchObject({ id: ada.id, session: { method: 'email-link' } })
})

test('the first time, one is asked for a name before going on', async () => {
  const answer = await post('/sign-in/session', { token: await aLink('first@example.org', '/ressources') })
  expect(answer.headers.location).toBe('/bienvenue?suite=%2Fressources')
})

test('a link used, ended or unknown opens no session and leads to the page that says why', async () => {
  const token = await aLink('twice@example.org')
  await post('/sign-in/session', { token })
  for (const wrong of [token, 'nothing']) {
    const answer = await post('/sign-in/session', { token: wrong })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(`/connexion/lien?jeton=${wrong}`)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await post('/sign-in/session', {})).statusCode).toBe(422)
})

test('a suspended person stays out, with a reason', async () => {
  const { db } = await world()
  const person = await aPerson({ email: 'suspended@example.org' })
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
  const answer = await post('/sign-in/session', { token: await aLink('suspended@example.org') })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers.location).toMatch(/&compte=suspendu$/)
})

test('signing in always gives a new token, and closes the session that the browser had: none can be planted', async () => {
  const [ada, eve] = [await aPerson({ email: 'planted@example.org' }), await aPerson()]
  const planted = pair((await open(eve.id)).cookie)
  const answer = await post('/sign-in/session', { token: await aLink('planted@example.org') }, { cookie: planted })
  const mine = pair(String(answer.headers['set-cookie']))
  expect(tokenOf(mine)).not.toBe(tokenOf(planted))
  expect(await read(mine)).toMatchObject({ id: ada.id })
  expect(await read(planted)).toBeUndefined()
  // A token that the attacker made up is not adopted either.
  const made = `${COOKIE}=${newToken()}`
  const other = await post('/sign-in/session', { token: await aLink('planted@example.org') }, { cookie: made })
  expect(tokenOf(String(other.headers['set-cookie']))).not.toBe(tokenOf(made))
  expect(await read(made)).toBeUndefined()
})

test('a page of another site neither signs one in as somebody else, nor signs one out', async () => {
  const ada = await aPerson()
  const cookie = pair((await open(ada.id)).cookie)
  const token = await aLink('csrf@example.org')
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
    expect((await post('/sign-in/session', { token }, headers)).statusCode).toBe(403)
    expect((await post('/sign-out', {}, { ...headers, cookie })).statusCode).toBe(403)
  }
  expect(await read(cookie)).toBeDefined()
})

test('no GET nor HEAD opens or closes anything, and the API takes no form', async () => {
  const token = await aLink('scanner@example.org')
  for (const method of ['GET', 'HEAD'] as const) {
    for (const url of [`/sign-in/session?token=${token}`, '/sign-out']) expect((await (await server()).inject({ method, url }))
      .statusCode).toBe(404)
    expect((await (await server()).inject({ method, url: `/api/sign-in/link?token=${token}` })).statusCode).toBe(200)
  }
  expect((await post('/api/sign-in', { token })).statusCode).toBe(415)
  expect((await post('/sign-in/session', { token })).statusCode).toBe(303)
})

test('signing out closes the session and takes the cookie back; out already, one is out again', async () => {
  const ada = await aPerson()
  const cookie = pair((await open(ada.id)).cookie)
  for (const times of [1, 2]) {
    const answer = await post('/sign-out', {}, { cookie })
    expect(answer.statusCode, String(times)).toBe(303)
    expect(answer.headers).toMatchObject({ location: '/', 'set-cookie': clearCookie })
    expect(await read(cookie)).toBeUndefined()
  }
})

test('the trace says who came in and went out, never with which token', async () => {
  const { db } = await world()
  const ada = await aPerson()
  const { cookie, token } = await open(ada.id)
  await post('/sign-out', {}, { cookie: pair(cookie) })
  const changes = (await db.selectFrom('audit.change').selectAll().where('table_name', '=', 'identity.session').execute())
    .filter((change) => JSON.stringify(change).includes(ada.id))
  expect(changes.map(({ action }) => action)).toEqual(['insert', 'delete'])
  expect(JSON.stringify(changes)).not.toContain(hashOf(token).toString('hex'))
})

test('a browser is kept as its family alone', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  expect([chrome, `${chrome} Edg/140.0`, `${chrome} OPR/99`,
    'Mozilla/5.0 (Macintosh) AppleWebKit/605 (KHTML, like Gecko) Version/18 Safari/605', 'curl/8'].map(browserOf))
    .toEqual(['chrome', 'edge', 'opera', 'safari', 'other'])
  expect(browserOf(undefined)).toBeNull()
})
