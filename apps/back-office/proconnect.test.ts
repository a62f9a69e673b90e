import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { v7 } from '#kernel/id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { configureProviders, OIDC_SUBJECT, providersOf } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aBrowser } from '#modules/identity/providers/testing/browser.ts'
import { startDouble, type Double } from '#modules/identity/providers/testing/double.ts'
import { configureStaff, COOKIE } from '#modules/staff/api.ts'
import { staff } from '#modules/staff/module.ts'
import { createBackOffice } from './server.ts'

const world = worldOf(staff)
const origin = 'https://gestion.sillage.example'
const secret = 'a secret of sixteen characters'
const callback = `${origin}/back-office/proconnect/callback`
const yann = { sub: 'yann-1', acr: 'eidas1', amr: ['pwd'], claims: { given_name: 'Yann', usual_name: 'Le Goff', email: 'yann@mairie.example' } }
const eve = { sub: 'eve-1', acr: 'eidas1', amr: ['pwd'], claims: { given_name: 'Eve', usual_name: 'Nom', email: 'admin@mairie.example' } }
let app: FastifyInstance
let double: Double

beforeAll(async () => {
  double = await startDouble('proconnect', { clientId: 'sillage', clientSecret: secret, redirectUris: [callback], postLogoutRedirectUris: [] }, [yann, eve])
  const config = { ...readConfig({
    SILLAGE_ORIGIN: 'https://sillage.example', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr', PROCONNECT_ISSUER: double.issuer,
    PROCONNECT_CLIENT_ID: 'sillage', PROCONNECT_CLIENT_SECRET: secret, PROCONNECT_EMAIL_DOMAINS: 'mairie.example',
  }), origin }
  configureProviders({ origin, name: 'Sillage', providers: providersOf(config) })
  configureStaff({ origin, name: 'Sillage', keys: [randomBytes(32)] })
  const { pools, modules } = await world()
  app = await createBackOffice({ config, allow: ['127.0.0.1'], log: pino({ level: 'silent' }), engine: createEngine(pools.backOffice, portsOf(modules)), modules })
  app.get('/*', (request, reply) => reply.send(`page ${request.url}`))
  // An administrator, linked in the portal before; and one whose address Eve's provider vouches for, and who is linked to nothing.
  const { db } = await world()
  const [one] = [await makePerson(db, { platformRoles: ['administrator'] }), await makePerson(db, { platformRoles: ['administrator'], email: 'admin@mairie.example' })]
  await db.insertInto('identity.external_identifier').values({
    id: v7(), person_id: one.id, issuer: double.issuer, kind: OIDC_SUBJECT, value: yann.sub, valid_from: new Date().toISOString(), provider: 'proconnect',
  }).execute()
})
afterAll(async () => {
  await app.close()
  await double.stop()
})

const isCallback = (url: string) => url.startsWith(callback)
const browse = () => aBrowser({ origin, inject: async (request) => app.inject(request) })

/** Goes to ProConnect and chooses who one is there. @returns the address of the way back, which is not opened. */
const comeBack = async (browser: ReturnType<typeof browse>, sub: string) => {
  const choice = await browser.follow('/back-office/proconnect?returnTo=/reglages', undefined, isCallback)
  return isCallback(choice.at) ? choice.at : (await browser.follow(choice.at, { sub }, isCallback)).at
}

test('where it is configured one enters by ProConnect and no more by mail, and it is half of the way in', async () => {
  const browser = browse()
  const { at } = await browser.follow(await comeBack(browser, yann.sub))
  expect(at).toBe(`${origin}/identification/second-facteur?suite=%2Freglages`)
  expect((await browser.visit('/api/back-office/second-factor')).status).toBe(200)
  expect((await browser.visit('/api/back-office/security')).status).toBe(401)
  expect((await browser.visit('/api/back-office/sign-in')).body).toContain('"proConnect":true')
  const asked = await app.inject({ method: 'POST', url: '/api/back-office/sign-in/links', payload: { email: 'yann@mairie.example' } })
  expect(asked.json()).toMatchObject({ code: 'staff.by-proconnect', status: 409 })
})

test('an address that ProConnect vouches for opens nothing: the identity must have been linked', async () => {
  const browser = browse()
  const { at } = await browser.follow(await comeBack(browser, eve.sub))
  expect(at).toBe(`${origin}/identification?suite=%2Freglages&raison=not-administrator`)
  expect(browser.cookie(COOKIE)).toBeUndefined()
})

test('the way back serves the browser that left, once, and nobody else', async () => {
  const [browser, other] = [browse(), browse()]
  const back = await comeBack(browser, yann.sub)
  expect((await other.follow(back)).at).toBe(`${origin}/identification?raison=provider-refused`)
  const forged = back.replace(/state=[^&]+/, 'state=forged')
  expect((await browser.follow(forged)).at).toContain('raison=provider-refused')
  // The forged one took the way away: the true one comes too late.
  expect((await browser.follow(back)).at).toContain('raison=provider-refused')
  const [again, way] = [await comeBack(browser, yann.sub), browser.cookie('__Host-sillage-gestion-way')!]
  expect((await browser.follow(again)).at).toContain('second-facteur')
  const replay = await app.inject({ url: again.slice(origin.length), headers: { cookie: `__Host-sillage-gestion-way=${way}` } })
  expect(replay.headers.location).toContain('raison=provider-refused')
})

test('a ticket is made by us alone', async () => {
  for (const ticket of ['x', Buffer.from('{"issuer":"a","subject":"b"}').toString('base64url')]) {
    const answer = await app.inject({ method: 'POST', url: '/api/back-office/sign-in/proconnect', payload: { ticket } })
    expect(answer.statusCode).toBe(404)
  }
})
