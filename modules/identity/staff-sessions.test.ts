import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { module } from '#kernel/operation/module.ts'
import { query } from '#kernel/operation/operation.ts'
import { anyOf, holds, owns } from '#kernel/operation/rule.ts'
import { readExternalActor } from './external-actor.ts'
import { aPerson, world } from './fixtures.ts'
import { listMyIdentities } from './operations/list-my-identities.ts'
import { showMe } from './operations/show-me.ts'
import { configureProviders, type Provider } from './providers/provider.ts'
import { readSession } from './read-session.ts'
import { holdersOf } from './role-holders.ts'
import { openSession, type Proof } from './session.ts'
import { sayingProConnect } from './staff-sessions.ts'
import { ByProConnectPage } from './web/ByProConnectPage.tsx'

const provider = (key: string, kind: Provider['kind']): Provider => ({
  key, kind, label: key, issuer: `https://${key}.example`, clientId: 'sillage', clientSecret: 'hush', secretBy: 'post', scope: 'openid',
  acr: [], acrBy: 'acr_values', signedUserinfo: true, emailDomains: [],
})
const site = { origin: 'https://sillage.example', name: 'Sillage' }
const others = [provider('franceconnect', 'franceconnect'), provider('universite', 'establishment')]
const withProConnect = () => configureProviders({ ...site, providers: [...others, provider('proconnect', 'proconnect')] })
const without = () => configureProviders({ ...site, providers: others })
beforeAll(withProConnect)
afterAll(without)

const moderates = { scope: 'platform', id: '', role: 'moderator' }
const aModerator = () => aPerson({ firstName: 'Gwen', platformRoles: ['moderator'] })
/** Who acts in a session that was opened so. */
const enters = async (person: { id: string }, method: string, proof?: Proof): Promise<Actor> => {
  const { engine, modules, pools } = await world()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id, method, {}, proof)
  return (await readSession(pools.portal, modules, cookie))!
}

const parts = { input: z.object({}), output: z.object({}), run: async () => ({}) }
const orOwner = anyOf(holds('moderator'), owns('owner'))
const moderate = query({ ...parts, http: 'GET /tests/moderate', allow: orOwner, on: async () => ({ owner: null }) })
const administer = query({ ...parts, http: 'GET /tests/administer', allow: holds('administrator') })
const unseen = query({ ...parts, http: 'GET /tests/unseen', allow: holds('moderator'), on: async () => undefined })
module({ name: 'tests', folder: 'tests', operations: { moderate, administer, unseen } })

test('where ProConnect is configured, who entered by it has their roles of the platform, who entered otherwise all the rest', async () => {
  const { as } = await world()
  const gwen = await aModerator()
  const whole = await enters(gwen, 'provider', { provider: 'proconnect' })
  expect(whole.grants).toEqual([moderates])
  expect(whole.withheld).toBeUndefined()
  const otherwise: [string, Proof?][] = [
    ['email-link'], ['passkey', { amr: ['swk', 'user'] }],
    ['provider', { provider: 'franceconnect' }], ['provider', { provider: 'universite' }],
    // Neither a word in its place, nor a level of assurance, makes it so.
    ['provider'], ['proconnect'], ['email-link', { provider: 'proconnect', acr: 'eidas2' }],
  ]
  for (const [method, proof] of otherwise) {
    const actor = await enters(gwen, method, proof)
    expect(actor).toMatchObject({ id: gwen.id, grants: [], withheld: ['moderator'] })
    expect(await as(actor).run(showMe, {})).toMatchObject({ personId: gwen.id, firstName: 'Gwen' })
    expect((await as(actor).run(listMyIdentities, {})).isWithheld).toBe(true)
  }
  expect((await as(whole).run(listMyIdentities, {})).isWithheld).toBe(false)
  // Nothing is withheld from who holds nothing.
  expect((await enters(await aPerson(), 'email-link')).withheld).toBeUndefined()
  expect(await holdersOf((await world()).engine.context({ actor: visitor, origin: { request: 'test' } }), 'moderator')).toContain(gwen.id)
})

test('where it is not configured nothing changes; once it is, sessions that are open obey at once', async () => {
  const { engine, modules, pools } = await world()
  const gwen = await aModerator()
  without()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), gwen.id, 'demonstration')
  const read = () => readSession(pools.portal, modules, cookie)
  expect((await read())?.grants).toEqual([moderates])
  withProConnect()
  expect((await read())?.grants).toEqual([])
})

test('staff who entered otherwise are told that ProConnect opens it; others are refused as ever, and see no more', async () => {
  const { engine } = await world()
  const saying = sayingProConnect(engine)
  const gwen = await aModerator()
  const run = (operation: typeof moderate, actor: Actor) => saying.run(operation, {}, { actor, origin: { request: v7() } })
  const [whole, otherwise] = [await enters(gwen, 'provider', { provider: 'proconnect' }), await enters(gwen, 'email-link')]
  expect((await run(moderate, whole)).output).toEqual({})
  await expect(run(moderate, otherwise)).rejects.toMatchObject({ code: 'identity.by-proconnect', status: 403 })
  // A role that they do not hold is no question of how they entered.
  await expect(run(administer as never, otherwise)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(run(moderate, await enters(await aPerson(), 'email-link'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(run(moderate, visitor)).rejects.toMatchObject({ status: 401 })
  await expect(run(unseen as never, otherwise)).rejects.toMatchObject({ status: 404 })
})

test('a token of a trusted issuer carries roles of the platform when the issuer is ProConnect alone', async () => {
  const { db, modules, pools } = await world()
  const gwen = await aModerator()
  const from = async (key: string) => {
    const value = v7()
    await db.insertInto('identity.external_identifier').values({
      id: v7(), person_id: gwen.id, issuer: `https://${key}.example`, kind: 'sub', value, provider: key,
      valid_from: new Date(0).toISOString(),
    }).execute()
    return readExternalActor(pools.portal, modules, `https://${key}.example`, value)
  }
  expect(await from('universite')).toMatchObject({ id: gwen.id, grants: [], withheld: ['moderator'] })
  expect(await from('proconnect')).toMatchObject({ id: gwen.id, grants: [moderates] })
})

test('nobody acts in the place of staff, however they entered', async () => {
  const { db, modules, pools, engine } = await world()
  const [gwen, ines] = [await aModerator(), await aPerson({ platformRoles: ['administrator'] })]
  const impersonationId = v7()
  const [at, until] = [new Date().toISOString(), new Date(Date.now() + 60_000).toISOString()]
  await db.insertInto('identity.impersonation').values({
    id: impersonationId, person_id: gwen.id, by_person_id: ines.id, reason: 'x', asked_at: at, accepted_at: at, expires_at: until,
  }).execute()
  const { cookie } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), gwen.id, 'acting', {}, {},
    { by: ines.id, impersonationId, until })
  expect(await readSession(pools.portal, modules, cookie)).toBeUndefined()
})

test('the page says why, offers ProConnect with the way back, and where to link it', () => {
  const page = createElement(ByProConnectPage, { path: '/moderation?state=appealed' })
  const html = renderToStaticMarkup(createElement(MemoryRouter, null, page))
  expect(html).toContain('href="/sign-in/with/proconnect?returnTo=%2Fmoderation%3Fstate%3Dappealed"')
  expect(html).toContain('href="/mon-compte/identites"')
  expect(html).toContain('Tout ce qui est à vous reste ouvert')
})
