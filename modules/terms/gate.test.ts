import { pino } from 'pino'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { v7 } from '#kernel/id.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { operationsOf } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { openSession, readSession } from '#modules/identity/api.ts'
import { identity } from '#modules/identity/module.ts'
import { followSettings, setting, site } from '#modules/settings/api.ts'
import { aPerson, anAdministrator, aVersion, day, nothingPublished, world } from './fixtures.ts'
import { behindTerms, mustAccept, NOT_ACCEPTED, noteTerms } from './gate.ts'
import { terms } from './module.ts'
import { openWithoutTerms } from './open.ts'

type Server = Awaited<ReturnType<typeof createServer>>
let app: Server | undefined
afterAll(() => app?.close())
beforeEach(nothingPublished)

const origin = 'https://sillage.example'

/** The real server, with the reader of sessions and the gate as the portal has them. */
const server = async (): Promise<Server> => {
  if (app) return app
  const { engine, modules, pools } = await world()
  const anybody = engine.context({ actor: visitor, origin: { request: 'settings' } })
  app = await createServer({
    config: readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' }), sentences: {},
    log: pino({ level: 'silent' }),
    readActor: async (request) => {
      const found = await readSession(pools.portal, modules, request.headers.cookie)
      if (found) await noteTerms(anybody, found, found.terms)
      return found ?? visitor
    },
  })
  const guarded = behindTerms(engine, openWithoutTerms, () => new Refusal(NOT_ACCEPTED, {}, 403))
  mountOperations(app, guarded, operationsOf(modules))
  mountRaw(app, guarded, [...identity.raw, ...terms.raw])
  return app
}

const aBrowser = async (personId: string, acting?: { by: string }) => {
  const { engine, db } = await world()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), personId, 'test')
  const [pair] = cookie.split(';')
  if (acting) await db.updateTable('identity.session').set({ by_person_id: acting.by }).where('person_id', '=', personId).execute()
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: string) => (await server()).inject({
    method, url, payload,
    headers: { cookie: pair!, origin, ...payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' } },
  })
  return { send, me: () => send('GET', '/api/me') }
}

test('where nothing is published nobody is asked; once it is, a session does nothing of its own until its person accepts', async () => {
  const { me, send } = await aBrowser((await aPerson()).id)
  expect((await me()).statusCode).toBe(200)
  const number = await aVersion()
  const refused = await me()
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'terms-not-accepted'])
  expect((await send('DELETE', `/api/me/identities/${v7()}`)).json()).toMatchObject({ status: 403, code: 'terms-not-accepted' })
  const accepted = await send('POST', `/conditions-d-utilisation/accord?number=${number}&suite=%2Fmon-compte`, '')
  expect([accepted.statusCode, accepted.headers.location]).toEqual([303, '/mon-compte'])
  expect((await me()).statusCode).toBe(200)
  await aVersion({ appliesFrom: day(2) })
  expect((await me()).statusCode, 'what is to come asks nothing yet').toBe(200)
  await aVersion({ appliesFrom: day(2) })
  const later = JSON.stringify({ versions: [{ number: 3, from: day(0) }] })
  await (await world()).db.updateTable('settings.setting').set({ value: later }).execute()
  expect((await me()).json()).toMatchObject({ code: 'terms-not-accepted' })
})

test('what a visitor may do stays possible, and so do leaving, taking one’s data along and deleting one’s account', async () => {
  await aVersion()
  const { send } = await aBrowser((await aPerson()).id)
  expect((await send('GET', '/api/terms')).statusCode).toBe(200)
  expect((await send('GET', '/api/me/data')).statusCode).toBe(200)
  expect((await send('POST', '/api/me/archives')).statusCode).toBe(200)
  expect((await send('DELETE', '/api/me/session')).statusCode).toBe(200)
  expect((await send('GET', '/api/me')).statusCode).toBe(401)
})

test('a form that was on its way goes on, whole, once its person has accepted, or to be kept again', async () => {
  const number = await aVersion()
  const person = await aPerson()
  const { send, me } = await aBrowser(person.id)
  const form = '_command=write&words=Bonjour'
  const gone = await send('POST', `/conditions-d-utilisation/accord?number=${number + 1}&suite=%2Flettres%3Fpage%3D2`, form)
  expect([gone.statusCode, gone.headers.location]).toEqual([307, '/lettres?page=2'])
  expect((await me()).statusCode, 'that version does not exist: nothing was accepted').toBe(403)
  expect((await send('POST', `/conditions-d-utilisation/accord?number=${number}&suite=%2Flettres`, form)).statusCode).toBe(307)
  expect((await me()).statusCode).toBe(200)
  for (const suite of ['//ailleurs.example', 'https://ailleurs.example/']) {
    const url = `/conditions-d-utilisation/accord?number=${number}&suite=${encodeURIComponent(suite)}`
    expect((await send('POST', url, form)).statusCode).toBe(422)
  }
  const url = `/conditions-d-utilisation/accord?number=${number}&suite=%2F`
  const visited = await (await server()).inject({ method: 'POST', url, headers: { origin } })
  expect(visited.statusCode).toBe(303)
})

test('who acts in somebody’s place is not asked, and accepts nothing for them; a program is not asked', async () => {
  const number = await aVersion()
  const person = await aPerson()
  const { send, me } = await aBrowser(person.id, { by: (await anAdministrator()).id! })
  expect((await me()).statusCode).toBe(200)
  await send('POST', `/conditions-d-utilisation/accord?number=${number}&suite=%2F`, '')
  expect(await (await world()).db.selectFrom('terms.acceptance').selectAll().execute()).toEqual([])
  const { engine } = await world()
  const program = { ...visitor, id: person.id, scopes: ['identity:read'] }
  expect(mustAccept(program)).toBe(false)
  const guarded = behindTerms(engine, [], () => new Refusal(NOT_ACCEPTED, {}, 403))
  expect((await guarded.run(identity.operations['showMe']!, {}, { actor: program, origin: { request: v7() } })).output).toBeDefined()
})

test('to know that one has accepted asks nothing of the database, beyond the session that is read anyway', async () => {
  const { engine, pools, modules } = await world()
  const anybody = engine.context({ actor: visitor, origin: { request: 'settings' } })
  const person = await aPerson()
  const { send } = await aBrowser(person.id)
  await send('POST', `/conditions-d-utilisation/accord?number=${await aVersion()}&suite=%2F`, '')
  const { resume, pause } = followSettings()
  try {
    resume()
    await setting(anybody, site)
    const { cookie } = await openSession(anybody, person.id, 'test')
    const found = (await readSession(pools.portal, modules, cookie.split(';')[0]))!
    expect(found.terms).toBe(1)
    const asked = vi.spyOn(pools.portal, 'query')
    await noteTerms(anybody, found, found.terms)
    await noteTerms(anybody, { ...found }, 0)
    expect(asked).not.toHaveBeenCalled()
    expect(mustAccept(found)).toBe(false)
    asked.mockRestore()
  } finally {
    pause()
  }
})
