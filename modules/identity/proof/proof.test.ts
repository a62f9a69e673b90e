import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { aPerson, world } from '../fixtures.ts'
import { registerPasskey } from '../operations/register-passkey.ts'
import { aDevice } from '../passkeys/testing/device.ts'
import { aStranger, inFront } from '../providers/testing/linking.ts'
import { comeBack, origin, present, server, signIn, theDoubles, whoIs, type Browser } from '../providers/testing/world.ts'
import { readSession } from '../read-session.ts'
import { tokenOf } from '../session.ts'
import { hashOf, newToken } from '../token.ts'
import { openProofLink } from './open-proof-link.ts'
import { proveByLink } from './prove-by-link.ts'
import { proveByPasskey } from './prove-by-passkey.ts'
import { proveByProvider } from './prove-by-provider.ts'
import { requestProofLink } from './request-proof-link.ts'
import { showProof } from './show-proof.ts'

const cookieOf = (browser: Browser) => `__Host-sillage=${browser.cookie('__Host-sillage')}`
/** The session is two hours old: what is critical is closed to it. */
const grownOld = async (browser: Browser) => {
  const { db } = await world()
  await db.updateTable('identity.session').set({ proved_at: new Date(Date.now() - 7_200_000).toISOString() })
    .where('token_hash', '=', hashOf(tokenOf(cookieOf(browser))!)).execute()
}
const provedAgo = async (browser: Browser) => Date.now() - Date.parse((await whoIs(browser))!.session!.provedAt!)
const isFresh = async (browser: Browser) => await provedAgo(browser) < 60_000
/** Somebody signed in two hours ago, in a browser. */
const anOldSession = async (given: Parameters<typeof aPerson>[0] = {}) => {
  const person = await aPerson(given)
  const browser = await inFront(person)
  await grownOld(browser)
  return { person, browser }
}
const aProofLink = async (person: { id: string, email: string }, returnTo = '/mes-donnees', minutes = 15) => {
  const { db } = await world()
  const [id, token] = [v7(), newToken()]
  await db.insertInto('identity.sign_in_link').values({
    id, email: person.email, purpose: 'prove-person', person_id: person.id, return_to: returnTo, created_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + minutes * 60_000).toISOString(),
  }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return token
}
const acting = (person: { id: string }) => ({ ...visitor, id: person.id, by: v7() })

test('the page offers one\'s own ways and no other: proved addresses, linked providers, a passkey', async () => {
  const { as, db } = await present()
  const person = await aPerson()
  await db.insertInto('identity.address').values({ id: v7(), person_id: person.id, email: `claimed-${v7()}@example.org` }).execute()
  expect(await as(person).run(showProof, { returnTo: '/mes-donnees' }))
    .toEqual({ returnTo: '/mes-donnees', hasPasskey: false, addresses: [person.email], providers: [] })
  for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    expect((await as(person).run(showProof, { returnTo })).returnTo).toBe('/')
  }
  await expect(as().run(showProof, {})).rejects.toMatchObject({ status: 401 })
  await expect((await world()).as(acting(person)).run(showProof, {})).rejects.toMatchObject({ status: 403 })
})

test('a link goes to a proved address of one\'s own alone, and is not asked for in somebody\'s place', async () => {
  const { as } = await present()
  const [person, other] = [await aPerson(), await aPerson()]
  await as(person).run(requestProofLink, { email: person.email, returnTo: '/mes-donnees' })
  await expect(as(person).run(requestProofLink, { email: other.email })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(requestProofLink, { email: person.email, returnTo: '//evil.example' })).rejects.toMatchObject({ status: 422 })
  await expect(as().run(requestProofLink, { email: person.email })).rejects.toMatchObject({ status: 404 })
  await expect((await world()).as(acting(person)).run(requestProofLink, { email: person.email })).rejects.toMatchObject({ status: 403 })
})

test('a link renews the session under a new token, once, and leads back; the token before opens nothing', async () => {
  const { person, browser } = await anOldSession()
  const token = await aProofLink(person)
  const before = cookieOf(browser)
  const { as, pools, modules } = await world()
  expect(await as(person).run(openProofLink, { token })).toEqual({ state: 'good' })
  expect((await browser.follow('/proof/link', { token })).at).toBe(`${origin}/mes-donnees`)
  expect(cookieOf(browser)).not.toBe(before)
  // The same person to the forms that wait in another tab.
  expect(cookieOf(browser).split('.')[1]).toBe(before.split('.')[1])
  expect(await isFresh(browser)).toBe(true)
  expect(await readSession(pools.portal, modules, before)).toBeUndefined()
  await grownOld(browser)
  expect((await browser.follow('/proof/link', { token })).at).toContain('/mon-compte/preuve/lien?jeton=')
  expect(await isFresh(browser)).toBe(false)
})

test('a link is its person\'s: not another\'s, not a visitor\'s, not who acts in their place; neither late nor of another purpose', async () => {
  const { as } = await world()
  const [person, other] = [await aPerson(), await anOldSession()]
  const token = await aProofLink(person)
  expect(await as(other.person).run(openProofLink, { token })).toEqual({ state: 'unknown' })
  await expect(as(other.person).run(proveByLink, { token })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(proveByLink, { token })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(openProofLink, { token })).rejects.toMatchObject({ status: 401 })
  await expect(as(acting(person)).run(proveByLink, { token })).rejects.toMatchObject({ status: 403 })
  await other.browser.follow('/proof/link', { token })
  expect(await isFresh(other.browser)).toBe(false)
  await expect(as(person).run(proveByLink, { token: await aProofLink(person, '/', -1) })).rejects.toMatchObject({ code: 'identity.link-expired' })
  expect(await as(person).run(proveByLink, { token })).toEqual({ returnTo: '/mes-donnees' })
})

test('a passkey of one\'s own renews the session; that of another person, an old challenge and a page of another site do not', async () => {
  const { as } = await present()
  const { app } = await server()
  const challenge = async (browser: Browser, url: string) => (await app.inject({ method: 'POST', url, payload: {}, headers: { origin, cookie: cookieOf(browser) } }))
    .json<{ challenge: string, allowCredentials?: unknown[] }>()
  const withDevice = async () => {
    const { person, browser } = await anOldSession()
    const device = aDevice()
    const asked = await challenge(browser, '/passkeys/new')
    await as(person).run(registerPasskey, { name: 'Clé', credential: device.make({ challenge: asked.challenge, origin, rpId: 'sillage.example' }) })
    return { person, browser, device }
  }
  const [mine, theirs] = [await withDevice(), await withDevice()]
  const answer = (one: typeof mine, asked: string, counter: number) => one.device.answer({ challenge: asked, origin, rpId: 'sillage.example', counter })
  const options = await challenge(mine.browser, '/proof/passkeys')
  expect(options.allowCredentials).toHaveLength(1)
  const wrong = await mine.browser.follow('/proof/passkey', { credential: answer(theirs, options.challenge, 1), returnTo: '/mes-donnees' })
  expect(wrong.at).toBe(`${origin}/mon-compte/preuve?echec=passkey&suite=%2Fmes-donnees`)
  expect(await isFresh(mine.browser)).toBe(false)
  const { challenge: next } = await challenge(mine.browser, '/proof/passkeys')
  const credential = answer(mine, next, 2)
  const elsewhere = await app.inject({ method: 'POST', url: '/proof/passkey', payload: { credential }, headers: { origin: 'https://evil.example', cookie: cookieOf(mine.browser) } })
  expect(elsewhere.json()).toMatchObject({ code: 'other-origin', status: 403 })
  expect((await mine.browser.follow('/proof/passkey', { credential, returnTo: '//evil.example' })).at).toBe(`${origin}/`)
  expect(await isFresh(mine.browser)).toBe(true)
  await expect(as(mine.person).run(proveByPasskey, { credential })).rejects.toMatchObject({ code: 'identity.passkey-refused' })
  await expect(as().run(proveByPasskey, { credential })).rejects.toMatchObject({ status: 401 })
  await expect((await world()).as(acting(mine.person)).run(proveByPasskey, { credential })).rejects.toMatchObject({ status: 403 })
})

test.each(['keycloak', 'proconnect', 'franceconnect', 'cas'] as const)('%s asks again who one is, and the session is renewed', async (kind) => {
  const { browse } = await server()
  const browser = browse()
  const someone = await aStranger(kind)
  await signIn(browser, kind, someone)
  const before = cookieOf(browser)
  await grownOld(browser)
  const back = await comeBack(browser, kind, someone, '?purpose=prove&returnTo=%2Fmes-donnees')
  expect((await browser.follow(back)).at).toBe(`${origin}/mes-donnees`)
  expect(await isFresh(browser)).toBe(true)
  expect(cookieOf(browser)).not.toBe(before)
})

test('an identity that is not one\'s own proves nothing, nor an answer that the provider gave without asking again', async () => {
  const { keycloak } = await theDoubles()
  const [someone, other] = [await aStranger('keycloak'), await aStranger('keycloak')]
  const { browse } = await server()
  const browser = browse()
  await signIn(browser, 'keycloak', someone)
  await grownOld(browser)
  const refused = async (person: typeof someone) => {
    // Nobody is known to the provider in this browser.
    for (const host of browser.jar.keys()) if (host !== 'sillage.example') browser.jar.delete(host)
    return (await browser.follow(await comeBack(browser, 'keycloak', person, '?purpose=prove&returnTo=%2Fmes-donnees'))).at.slice(origin.length)
  }
  expect(await refused(other)).toBe('/mon-compte/preuve?echec=autre&suite=%2Fmes-donnees')
  // The address by which one leaves is in one's hands: somebody who takes `prompt` and `max_age` out of it gets an old `auth_time`.
  for (const authTime of [Math.floor(Date.now() / 1000) - 3600, undefined]) {
    keycloak.faults.tokens = async (body) => {
      const claims = JSON.parse(Buffer.from(String(body['id_token']).split('.')[1]!, 'base64url').toString()) as Record<string, unknown>
      return { ...body, id_token: await keycloak.sign({ ...claims, auth_time: authTime }) }
    }
    expect(await refused(someone)).toBe('/mon-compte/preuve?echec=service&suite=%2Fmes-donnees')
  }
  delete keycloak.faults.tokens
  expect(await isFresh(browser)).toBe(false)
  const { as } = await present()
  await expect(as(await aPerson()).run(proveByProvider, { ticket: newToken() })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(proveByProvider, { ticket: newToken() })).rejects.toMatchObject({ status: 404 })
})

test('a proof begun by one person is not ended by another, nor by a visitor', async () => {
  const { browse } = await server()
  const browser = browse()
  const someone = await aStranger('keycloak')
  await signIn(browser, 'keycloak', someone)
  const back = await comeBack(browser, 'keycloak', someone, '?purpose=prove')
  browser.jar.get('sillage.example')!.delete('__Host-sillage')
  expect((await browser.follow(back)).at).toContain('/connexion/echec?raison=lost')
  expect((await browse().follow('/sign-in/with/universite?purpose=prove&returnTo=%2Fmes-donnees')).at).toBe(`${origin}/connexion?suite=%2Fmes-donnees`)
})
