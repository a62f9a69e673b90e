import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { v7 } from '#kernel/id.ts'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { module } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { keyed } from '#modules/secrets/fixtures.ts'
import { makePerson } from './fixtures.ts'
import { identity } from './module.ts'
import { listMySessions } from './operations/list-my-sessions.ts'
import { configureSessions } from './session-limits.ts'
import { readSession } from './read-session.ts'
import { elevate, openSession } from './session.ts'

// A module made for this test, that gives roles in an organisation.
const folder = mkdtempSync(join(tmpdir(), 'sillage-crew-'))
mkdirSync(join(folder, 'tables'))
writeFileSync(join(folder, 'tables/0001-crew.sql'), `
  create table crew.member (person_id uuid not null, role text not null);
  create view crew.held as select person_id, 'organisation' as scope, '018f0000-0000-7000-8000-000000000001' as id, role from crew.member;
  grant usage on schema crew to sillage_portal; grant select on crew.held to sillage_portal;`)
const crew = module({ name: 'crew', folder: relative(join(import.meta.dirname, '../..'), folder), needs: [identity], grants: 'crew.held' })
const world = keyed(worldOf(crew))

const origin = 'https://sillage.example'
let app: Awaited<ReturnType<typeof createServer>> | undefined
afterAll(() => app?.close())
const server = async () => {
  if (app) return app
  const { engine, modules, pools } = await world()
  const config = readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' })
  app = await createServer({
    config, log: pino({ level: 'silent' }), sentences: {},
    readActor: async (request) =>
      await readSession(pools.portal, modules, request.headers.cookie, request.routeOptions.config.background) ?? visitor,
  })
  mountRaw(app, engine, identity.raw)
  return app
}
const pair = (cookie: string) => cookie.split(';')[0]!
const read = async (cookie: string) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, cookie)
}
const someone = async (role?: string) => {
  const { db, engine } = await world()
  const person = await makePerson(db)
  if (role) await db.insertInto('crew.member').values({ person_id: person.id, role }).execute()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id, 'email-link')
  return { id: person.id, cookie: pair(cookie) }
}
const unused = async (id: string, minutes: number) => (await world()).db.updateTable('identity.session')
  .set({ last_seen_at: sql`now() - make_interval(mins => ${minutes})` }).where('person_id', '=', id).execute()
const left = async (cookie: string, stay = false) => (await (await server()).inject({
  method: stay ? 'POST' : 'GET', url: stay ? '/session/stay' : '/session/left', headers: { cookie, origin },
})).json() as { secondsLeft: number; personId: string | null }

test('an agent is out after half an hour without a visit, another person is not, and a role given or taken counts at once', async () => {
  const { db } = await world()
  for (const role of ['social-worker', 'instructor', 'reception-agent', 'referent', 'mediator', 'structure-manager']) {
    const agent = await someone(role)
    await unused(agent.id, 29)
    expect(await read(agent.cookie), role).toMatchObject({ id: agent.id })
    await unused(agent.id, 31)
    expect(await read(agent.cookie), role).toBeUndefined()
  }
  const student = await someone('student')
  await unused(student.id, 60 * 24 * 29)
  expect(await read(student.cookie)).toMatchObject({ id: student.id })
  await unused(student.id, 45)
  await db.insertInto('crew.member').values({ person_id: student.id, role: 'mediator' }).execute()
  expect(await read(student.cookie)).toBeUndefined()
  await db.deleteFrom('crew.member').where('person_id', '=', student.id).where('role', '=', 'mediator').execute()
  expect(await read(student.cookie)).toBeDefined()
})

test('how long is a setting', async () => {
  const agent = await someone('mediator')
  configureSessions({ agentIdleMinutes: 10 })
  try {
    await unused(agent.id, 11)
    expect(await read(agent.cookie)).toBeUndefined()
  } finally {
    configureSessions({ agentIdleMinutes: 30 })
  }
})

test('asking how long is left keeps nothing awake; staying does, and so does any page', async () => {
  const agent = await someone('mediator')
  await unused(agent.id, 28)
  for (let times = 0; times < 3; times++) {
    const { secondsLeft, personId } = await left(agent.cookie)
    expect(secondsLeft).toBeGreaterThan(100)
    expect(secondsLeft).toBeLessThanOrEqual(120)
    expect(personId).toBe(agent.id)
  }
  expect((await left(agent.cookie, true)).secondsLeft).toBeGreaterThan(29 * 60)
  await unused(agent.id, 28)
  await read(agent.cookie)
  expect((await left(agent.cookie)).secondsLeft).toBeGreaterThan(29 * 60)
  await unused(agent.id, 31)
  expect(await left(agent.cookie, true)).toEqual({ secondsLeft: 0, personId: null })
  expect(await left('')).toEqual({ secondsLeft: 0, personId: null })
})

test('a page of another site keeps nobody in', async () => {
  const agent = await someone('mediator')
  const answer = await (await server()).inject({ method: 'POST', url: '/session/stay',
    headers: { cookie: agent.cookie, origin: 'https://evil.example' } })
  expect(answer.statusCode).toBe(403)
})

test('a session left unused is not in the list of those that open something', async () => {
  const { as, db, actorOf } = await world()
  const agent = await someone('mediator')
  await unused(agent.id, 31)
  const id = v7()
  const now = new Date().toISOString()
  await db.insertInto('identity.session').values({
    id, token_hash: Buffer.from(id), person_id: agent.id, method: 'email-link', signed_in_at: now, last_seen_at: now,
      expires_at: '2100-01-01T00:00:00Z',
  }).execute()
  expect(await as(await actorOf({ id: agent.id })).run(listMySessions, {})).toMatchObject({ sessions: [{ id }] })
})

test('proving again who one is gives a new token, kills the one before, and dates the proof', async () => {
  const { engine, db } = await world()
  const person = await someone()
  await db.updateTable('identity.session').set({ proved_at: sql`now() - interval '1 hour'`, signed_in_at: sql`now() - interval '1 hour'` })
    .where('person_id', '=', person.id).execute()
  const actor = (await read(person.cookie))!
  const context = engine.context({ actor, origin: { request: 'test' } })
  const { cookie } = await elevate(context, { acr: 'eidas2', amr: ['hwk'] })
  expect(await read(person.cookie)).toBeUndefined()
  const after = (await read(pair(cookie)))!
  expect(after).toMatchObject({ id: person.id, session: { id: actor.session!.id, acr: 'eidas2', amr: ['hwk'] } })
  expect(Date.parse(after.session!.provedAt!)).toBeGreaterThan(Date.now() - 60_000)
  expect(Date.parse(after.session!.signedInAt)).toBeLessThan(Date.now() - 3_000_000)
  expect(Number(/Max-Age=(\d+)/.exec(cookie)![1])).toBeGreaterThan(89 * 86_400)
  const changes = await db.selectFrom('audit.change').select(['action', 'after']).where('row_id', '=', actor.session!.id)
    .orderBy('id').execute()
  expect(changes.map(({ action }) => action)).toEqual(['insert', 'update'])
  expect(changes[1]!['after']).toMatchObject({ token_hash: '…' })
})

test('a session that ended is not brought back by a proof, nor is another person\'s', async () => {
  const { engine } = await world()
  const [one, other] = [await someone(), await someone()]
  const actor = (await read(one.cookie))!
  const stolen = { ...actor, session: (await read(other.cookie))!.session! }
  await expect(elevate(engine.context({ actor: stolen, origin: { request: 'test' } })))
    .rejects.toMatchObject({ code: 'sign-in-required', status: 401 })
  await (await world()).db.deleteFrom('identity.session').where('person_id', '=', one.id).execute()
  await expect(elevate(engine.context({ actor, origin: { request: 'test' } }))).rejects.toMatchObject({ status: 401 })
  await expect(elevate(engine.context({ actor: visitor, origin: { request: 'test' } }))).rejects.toMatchObject({ status: 401 })
})

test('what the provider vouched for stays with the session', async () => {
  const { engine, db } = await world()
  const { id } = await makePerson(db)
  const context = engine.context({ actor: visitor, origin: { request: 'test' } })
  const { cookie } = await openSession(context, id, 'franceconnect', {},
    { acr: 'eidas1', amr: ['pwd'], provider: 'franceconnect', idToken: 'a.b.c' })
  const { session } = (await read(pair(cookie)))!
  expect(session).toMatchObject({ method: 'franceconnect', acr: 'eidas1', amr: ['pwd'] })
  expect(session).not.toHaveProperty('idToken')
  const change = await db.selectFrom('audit.change').select('after').where('row_id', '=', session!.id).executeTakeFirstOrThrow()
  expect(change['after']).toMatchObject({ id_token: '…' })
})
