import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { passkeyAdded } from '../events.ts'
import { aPerson, world } from '../fixtures.ts'
import { listMyIdentities } from '../operations/list-my-identities.ts'
import { registerPasskey } from '../operations/register-passkey.ts'
import { removePasskey } from '../operations/remove-passkey.ts'
import { renamePasskey } from '../operations/rename-passkey.ts'
import { signInByPasskey } from '../operations/sign-in-by-passkey.ts'
import { openSession } from '../session.ts'
import { newToken } from '../token.ts'
import { origin, present, server, whoIs, type Browser } from '../providers/testing/world.ts'
import { aDevice } from './testing/device.ts'

const rpId = 'sillage.example'

/** Somebody signed in, in a browser. */
const inFront = async (person: { id: string }) => {
  const { browse } = await server()
  const { engine } = await world()
  const browser = browse()
  const { token } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id, 'email-link')
  browser.jar.set('sillage.example', new Map([['__Host-sillage', token]]))
  return browser
}
const challengeFrom = async (browser: Browser, url: string) => {
  const { app } = await server()
  const answer = await app.inject({ method: 'POST', url, payload: {}, headers: {
    origin, cookie: [...browser.jar.get('sillage.example') ?? []].map(([name, value]) => `${name}=${value}`).join('; '),
  } })
  for (const { name, value } of answer.cookies as { name: string, value: string }[]) {
    browser.jar.set('sillage.example', new Map([...browser.jar.get('sillage.example') ?? [], [name, value]]))
  }
  return answer.json<{ challenge: string, rpId?: string, rp?: { id: string }, userVerification?: string, authenticatorSelection?: object,
    allowCredentials?: unknown[] }>()
}

/** A person whose device is known. */
const aKnownDevice = async () => {
  const { as } = await present()
  const person = await aPerson()
  const browser = await inFront(person)
  const device = aDevice()
  const { challenge } = await challengeFrom(browser, '/passkeys/new')
  const { passkeyId } = await as(person).run(registerPasskey, { name: 'Mon téléphone', credential: device.make({ challenge, origin,
    rpId }) })
  return { person, device, passkeyId }
}
const enter = async (browser: Browser, credential: string) => (await browser.follow('/sign-in/passkeys/session', { credential,
  returnTo: '/bases' })).at.slice(origin.length)

test('a device is added, named, then opens the account by itself', async () => {
  const { as, facts } = await present()
  const { person, device, passkeyId } = await aKnownDevice()
  expect(await facts(passkeyAdded)).toContainEqual({ personId: person.id, passkeyId })
  await as(person).run(renamePasskey, { passkeyId, name: 'Téléphone du bureau' })
  const { browse } = await server()
  const browser = browse()
  const options = await challengeFrom(browser, '/sign-in/passkeys')
  expect(options).toMatchObject({ rpId, userVerification: 'required' })
  expect(options.allowCredentials).toBeUndefined()
  expect(await enter(browser, device.answer({ challenge: options.challenge, origin, rpId }))).toBe('/bases')
  expect(await whoIs(browser)).toMatchObject({ id: person.id, session: { method: 'passkey', amr: ['swk', 'user'] } })
  const { passkeys } = await as(person).run(listMyIdentities, {})
  expect(passkeys).toMatchObject([{ id: passkeyId, name: 'Téléphone du bureau', lastUsedAt: expect.any(String) }])
})

test('what a device must not do: no check of the person, another site, an old challenge, another browser\'s, another key, a counter that goes back', async () => {
  const { db } = await world()
  const { device, passkeyId } = await aKnownDevice()
  const { browse } = await server()
  const refused = '/connexion/echec?raison=passkey&suite=%2Fbases'
  const tryWith = async (answer: (challenge: string) => string, challenged?: string) => {
    const browser = browse()
    const { challenge } = await challengeFrom(browser, '/sign-in/passkeys')
    const at = await enter(browser, answer(challenged ?? challenge))
    expect(browser.cookie('__Host-sillage')).toBeUndefined()
    return at
  }
  const good = { origin, rpId }
  expect(await tryWith((challenge) => device.answer({ ...good, challenge, verified: false }))).toBe(refused)
  expect(await tryWith((challenge) => device.answer({ ...good, challenge, origin: 'https://sillage.example.evil' }))).toBe(refused)
  expect(await tryWith((challenge) => device.answer({ ...good, challenge, rpId: 'evil.example' }))).toBe(refused)
  expect(await tryWith((challenge) => device.answer({ ...good, challenge: `${challenge.slice(1)}A` }))).toBe(refused)
  const { challenge: others } = await challengeFrom(browse(), '/sign-in/passkeys')
  expect(await tryWith(() => device.answer({ ...good, challenge: others }))).toBe(refused)
  expect(await tryWith((challenge) => device.answer({ ...good, challenge }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)))
    .toBe(refused)
  expect(await tryWith((challenge) => aDevice().answer({ ...good, challenge }))).toBe(refused)
  expect(await tryWith(() => 'not json')).toBe(refused)
  await db.updateTable('identity.passkey').set({ counter: 9 }).where('id', '=', passkeyId).execute()
  expect(await tryWith((challenge) => device.answer({ ...good, challenge, counter: 9 }))).toBe(refused)
  const browser = browse()
  const { challenge } = await challengeFrom(browser, '/sign-in/passkeys')
  const answer = device.answer({ ...good, challenge, counter: 10 })
  expect(await enter(browser, answer)).toBe('/bases')
  // The same answer again, even in the same browser.
  expect(await enter(browser, answer)).toBe(refused)
  await db.updateTable('identity.passkey_challenge').set({ expires_at: new Date(0).toISOString() }).execute()
  const late = await challengeFrom(browser, '/sign-in/passkeys')
  await db.updateTable('identity.passkey_challenge').set({ expires_at: new Date(0).toISOString() }).execute()
  expect(await enter(browser, device.answer({ ...good, challenge: late.challenge, counter: 11 }))).toBe(refused)
})

test('a suspended account is not opened by its passkeys', async () => {
  const { db } = await world()
  const { person, device } = await aKnownDevice()
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
  const { browse } = await server()
  const browser = browse()
  const { challenge } = await challengeFrom(browser, '/sign-in/passkeys')
  expect(await enter(browser, device.answer({ challenge, origin, rpId }))).toBe('/connexion/echec?raison=suspended&suite=%2Fbases')
})

test('one adds a passkey for oneself, with a challenge of one\'s own, and once', async () => {
  const { as } = await present()
  const [ada, bob] = [await aPerson(), await aPerson()]
  const browser = await inFront(ada)
  const device = aDevice()
  const { challenge } = await challengeFrom(browser, '/passkeys/new')
  const credential = device.make({ challenge, origin, rpId })
  await expect(as().run(registerPasskey, { name: 'x', credential })).rejects.toMatchObject({ status: 401 })
  await expect(as(bob).run(registerPasskey, { name: 'x', credential })).rejects.toMatchObject({ code: 'identity.passkey-refused' })
  await expect(as(ada).run(registerPasskey, { name: '', credential })).rejects.toMatchObject({ status: 422 })
  await expect(as(ada).run(registerPasskey, { name: 'x', credential: device.make({ challenge, origin, rpId, verified: false }) }))
    .rejects.toMatchObject({ code: 'identity.passkey-refused' })
  await as(ada).run(registerPasskey, { name: 'x', credential })
  await expect(as(ada).run(registerPasskey, { name: 'x', credential })).rejects.toMatchObject({ code: 'identity.passkey-refused' })
  const again = await challengeFrom(browser, '/passkeys/new')
  await expect(as(ada).run(registerPasskey, { name: 'x', credential: device.make({ challenge: again.challenge, origin, rpId }) }))
    .rejects.toMatchObject({ code: 'identity.passkey-known' })
})

test('one\'s passkeys are seen, renamed and removed by oneself alone, and the last way in stays', async () => {
  const { as, db } = await present()
  const { person, passkeyId } = await aKnownDevice()
  for (const other of [await aPerson(), { id: v7() }]) {
    await expect(as(other).run(renamePasskey, { passkeyId, name: 'x' })).rejects.toMatchObject({ status: 404 })
    await expect(as(other).run(removePasskey, { passkeyId })).rejects.toMatchObject({ status: 404 })
  }
  await expect(as().run(renamePasskey, { passkeyId, name: 'x' })).rejects.toMatchObject({ status: 401 })
  await expect(as().run(removePasskey, { passkeyId })).rejects.toMatchObject({ status: 401 })
  await db.updateTable('identity.address').set({ verified_at: null }).where('person_id', '=', person.id).execute()
  await expect(as(person).run(removePasskey, { passkeyId })).rejects.toMatchObject({ code: 'identity.last-way-in', status: 409 })
  await db.updateTable('identity.address').set({ verified_at: new Date().toISOString() }).where('person_id', '=', person.id).execute()
  await as(person).run(removePasskey, { passkeyId })
  expect((await as(person).run(listMyIdentities, {})).passkeys).toEqual([])
})

test('the command alone gives no session, and nothing to somebody without the browser\'s secret', async () => {
  const { as } = await present()
  const { person, device } = await aKnownDevice()
  const { browse } = await server()
  const browser = browse()
  const { challenge } = await challengeFrom(browser, '/sign-in/passkeys')
  const credential = device.answer({ challenge, origin, rpId })
  await expect(as().run(signInByPasskey, { credential, browser: newToken() })).rejects.toMatchObject({ code: 'identity.passkey-refused',
    status: 403 })
  expect(await as().run(signInByPasskey, { credential, browser: browser.cookie('__Host-sillage-way')! }))
    .toEqual({ personId: person.id, named: true })
})
