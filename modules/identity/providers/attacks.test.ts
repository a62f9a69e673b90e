import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { world } from '../fixtures.ts'
import { newToken } from '../token.ts'
import type { Faults } from './testing/double.ts'
import { comeBack, lea, nadia, origin, server, signIn, theDoubles, whoIs } from './testing/world.ts'

const REFUSED = '/connexion/echec?raison=refused&service=franceconnect'
const LOST = '/connexion/echec?raison=lost&service=franceconnect'
const SECRET = new TextEncoder().encode('a secret of sixteen characters')

afterEach(async () => {
  for (const { faults } of Object.values(await theDoubles())) for (const name of Object.keys(faults)) delete faults[name as keyof Faults]
})

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const unsigned = (claims: JWTPayload) => `${encoded({ alg: 'none' })}.${encoded(claims)}.`
/** A key of the attacker's, under the name of one of the provider's. */
const forged = async (claims: JWTPayload, like: string) => {
  const { privateKey } = await generateKeyPair('ES256')
  const { kid } = JSON.parse(Buffer.from(like.split('.')[0]!, 'base64url').toString()) as { kid: string }
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey)
}

/** Signs in at FranceConnect's double while it answers this; says where one arrives, having checked that nobody came in. */
const signInUnder = async (faults: Faults) => {
  const { browse } = await server()
  const { franceconnect } = await theDoubles()
  Object.assign(franceconnect.faults, faults)
  const browser = browse()
  const at = await signIn(browser, 'franceconnect', nadia)
  expect(browser.cookie('__Host-sillage')).toBeUndefined()
  expect(await whoIs(browser)).toBeUndefined()
  return at
}
type Change = (claims: JWTPayload, token: string) => Promise<string> | string
const idToken = (change: Change): Faults => ({
  tokens: async (body) => ({ ...body, id_token: await change(decodeJwt(body['id_token'] as string), body['id_token'] as string) }),
})
const sign = async (claims: JWTPayload) => (await theDoubles()).franceconnect.sign(claims)
const past = Math.floor(Date.now() / 1000) - 3600

test.each<[string, Change]>([
  ['of another nonce', (claims) => sign({ ...claims, nonce: newToken() })],
  ['without a nonce', (claims) => sign({ ...claims, nonce: undefined })],
  ['for another audience', (claims) => sign({ ...claims, aud: 'another-service' })],
  ['for several, by another party', (claims) => sign({ ...claims, aud: ['sillage-franceconnect', 'other'], azp: 'other' })],
  ['of another issuer', (claims) => sign({ ...claims, iss: 'https://evil.example/api/v2' })],
  ['expired', (claims) => sign({ ...claims, iat: past - 60, exp: past })],
  ['without an end', (claims) => sign({ ...claims, exp: undefined })],
  ['signed by nobody (alg none)', (claims) => unsigned(claims)],
  ['signed with our secret (alg HS256)', (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(SECRET)],
  ['signed by another key under a known name', (claims, token) => forged(claims, token)],
  ['touched after its signature', (claims, token) => [token.split('.')[0], encoded({ ...claims, sub: 'somebody-else' }),
    token.split('.')[2]].join('.')],
])('an id token %s opens nothing', async (_, change) => {
  expect(await signInUnder(idToken(change))).toBe(REFUSED)
})

test.each<[string, (claims: Record<string, unknown>, token: string) => unknown]>([
  ['of somebody else', (claims) => sign({ ...claims, sub: `${'0'.repeat(64)}v1` })],
  ['for another service', (claims) => sign({ ...claims, aud: 'another-service' })],
  ['of another issuer', (claims) => sign({ ...claims, iss: 'https://evil.example' })],
  ['signed by nobody', (claims) => unsigned(claims)],
  ['signed by another key', (claims, token) => forged(claims, token)],
])('a userinfo %s opens nothing', async (_, change) => {
  expect(await signInUnder({ userinfo: (body) => change(decodeJwt(String(body)), String(body)) })).toBe(REFUSED)
})

test('a userinfo that should be signed and is not opens nothing', async () => {
  const { franceconnect, keycloak } = await theDoubles()
  expect(await signInUnder({ userinfo: (body) => decodeJwt(String(body)) })).toBe(REFUSED)
  expect(franceconnect.behaviour.signedUserinfo).toBe('ES256')
  // Where it comes as JSON, it is still of the person of the id token.
  keycloak.faults.userinfo = (body) => ({ ...body as object, sub: 'somebody-else' })
  const { browse } = await server()
  expect(await signIn(browse(), 'keycloak', lea)).toBe('/connexion/echec?raison=refused&service=universite')
})

test('a level that was not asked opens nothing; a higher one does', async () => {
  const level = '/connexion/echec?raison=level&service=franceconnect'
  expect(await signInUnder(idToken((claims) => sign({ ...claims, acr: 'eidas0' })))).toBe(level)
  expect(await signInUnder(idToken((claims) => sign({ ...claims, acr: undefined })))).toBe(level)
  const { browse } = await server()
  const { franceconnect } = await theDoubles()
  Object.assign(franceconnect.faults, idToken((claims) => sign({ ...claims, acr: 'eidas2' })))
  const browser = browse()
  expect(await signIn(browser, 'franceconnect', nadia)).toBe('/')
  expect((await whoIs(browser))!.session!.acr).toBe('eidas2')
})

test('an answer serves once, in the browser that asked, for the state that it had, at the provider that it left for, and not for long',
  async () => {
  const { browse } = await server()
  const { db } = await world()
  const back = async (change: (url: URL) => void, inAnother = false) => {
    const browser = browse()
    const url = new URL(await comeBack(browser, 'franceconnect', nadia))
    change(url)
    const visitor = inAnother ? browse() : browser
    const { at } = await visitor.follow(url.href)
    expect(await whoIs(visitor)).toBeUndefined()
    return at.slice(origin.length)
  }
  expect(await back((url) => url.searchParams.set('state', newToken()))).toBe(LOST)
  expect(await back((url) => url.searchParams.delete('state'))).toBe(LOST)
  // Session fixation: the attacker's own answer, opened in the browser of somebody else.
  expect(await back(() => undefined, true)).toBe(LOST)
  expect(await back((url) => { url.pathname = url.pathname.replace('franceconnect', 'proconnect') }))
    .toBe(LOST.replace('franceconnect', 'proconnect'))
  // Mix-up (RFC 9207): the answer says that it comes from another provider, or does not say where it comes from.
  expect(await back((url) => url.searchParams.set('iss', 'https://evil.example'))).toBe(REFUSED)
  expect(await back((url) => url.searchParams.delete('iss'))).toBe(REFUSED)
  expect(await back((url) => url.searchParams.append('state', newToken()))).toBe(REFUSED)

  const browser = browse()
  const address = await comeBack(browser, 'franceconnect', nadia)
  await db.updateTable('identity.authorization_request').set({ expires_at: new Date(Date.now() - 1000).toISOString() }).execute()
  expect((await browser.follow(address)).at.slice(origin.length)).toBe(LOST)
})

test('a code is not used twice, neither with its state nor with a new one', async () => {
  const { browse } = await server()
  const [first, second] = [browse(), browse()]
  const address = await comeBack(first, 'franceconnect', nadia)
  await first.follow(address)
  const { id, session } = (await whoIs(first))!
  expect((await first.follow(address)).at.slice(origin.length)).toBe(LOST)
  expect(await whoIs(first)).toMatchObject({ id, session: { id: session!.id } })
  // The thief has the code, and a request of their own.
  const theirs = new URL(await comeBack(second, 'franceconnect', nadia))
  theirs.searchParams.set('code', new URL(address).searchParams.get('code')!)
  expect((await second.follow(theirs.href)).at.slice(origin.length)).toBe(REFUSED)
  expect(await whoIs(second)).toBeUndefined()
})

test('errors of the provider become sentences, and a HEAD request uses nothing', async () => {
  const { app, browse } = await server()
  const answered = async (error: string) => {
    const browser = browse()
    const url = new URL(await comeBack(browser, 'franceconnect', nadia))
    url.searchParams.delete('code')
    url.searchParams.set('error', error)
    return (await browser.follow(url.href)).at.slice(origin.length)
  }
  expect(await answered('server_error')).toBe('/connexion/echec?raison=unavailable&service=franceconnect')
  expect(await answered('temporarily_unavailable')).toBe('/connexion/echec?raison=unavailable&service=franceconnect')
  expect(await answered('invalid_scope')).toBe(REFUSED)
  const browser = browse()
  const address = await comeBack(browser, 'franceconnect', nadia)
  const url = new URL(address)
  await app.inject({ method: 'HEAD', url: url.pathname + url.search,
    headers: { cookie: `__Host-sillage-way=${browser.cookie('__Host-sillage-way')}` } })
  expect((await browser.follow(address)).at).toBe(`${origin}/`)
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%09/evil.example',
  'javascript:alert(1)'])('one never lands on %s', async (to) => {
  const { browse } = await server()
  const browser = browse()
  expect(await signIn(browser, 'franceconnect', nadia, `?returnTo=${to.startsWith('/%') ? to : encodeURIComponent(to)}`)).toBe('/')
})

test('a session that the browser brought is closed, and its secret is not kept', async () => {
  const { browse } = await server()
  const { db } = await world()
  const browser = browse()
  await signIn(browser, 'franceconnect', nadia)
  const before = { secret: browser.cookie('__Host-sillage'), who: (await whoIs(browser))! }
  await signIn(browser, 'keycloak', lea)
  expect(browser.cookie('__Host-sillage')).not.toBe(before.secret)
  expect(await whoIs(browser)).toMatchObject({ name: 'Léa Nguyen' })
  expect(await db.selectFrom('identity.session').select('id').where('id', '=', before.who.session!.id).execute()).toEqual([])
})

test('the addresses of the API that enter ask for a ticket or a signature that nobody can make', async () => {
  const { app } = await server()
  for (const [url, payload] of [['/api/sign-in/provider', { ticket: newToken() }], ['/api/sign-in/provider/apart',
    { ticket: newToken() }]] as const) {
    expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(404)
  }
  const key = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)
  const made = await app.inject({ method: 'POST', url: '/api/sign-in/passkey', payload: { browser: newToken(),
    credential: JSON.stringify(key) } })
  expect(made.statusCode).toBe(403)
})
