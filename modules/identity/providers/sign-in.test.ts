import { expect, test } from 'vitest'
import { world } from '../fixtures.ts'
import { personJoined } from '../events.ts'
import { behaviours, type Kind } from './testing/kinds.ts'
import { comeBack, karim, keys, lea, nadia, origin, server, signIn, theDoubles, whoIs, yann } from './testing/world.ts'

const personOf = async (id: string) => {
  const { db } = await world()
  const person = await db.selectFrom('identity.person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const addresses = await db.selectFrom('identity.address').select(['email', 'verified_at']).where('person_id', '=', id).execute()
  const identifiers = await db.selectFrom('identity.external_identifier').select(['issuer', 'value', 'provider', 'label', 'last_used_at'])
    .where('person_id', '=', id).execute()
  return { person, addresses, identifiers }
}

const cases: [Kind, typeof nadia, { first: string, last: string, email: string, proved: boolean, acr?: string }][] = [
  ['franceconnect', nadia, { first: 'Nadia', last: 'Cherkati', email: 'nadia@courriel.example', proved: false, acr: 'eidas1' }],
  ['proconnect', yann, { first: 'Yann', last: 'Le Goff', email: 'yann.legoff@mairie.example', proved: true, acr: 'eidas1' }],
  ['keycloak', lea, { first: 'Léa', last: 'Nguyen', email: 'lea.nguyen@univ.example', proved: true }],
  ['cas', karim, { first: 'Karim', last: 'Benali', email: 'k.benali@lycee.example', proved: false }],
]

test.each(cases)('%s: a new person enters with what it says of them, and is the same person the next time', async (kind, someone,
  expected) => {
  const { browse } = await server()
  const doubles = await theDoubles()
  const { facts } = await world()
  const browser = browse()
  expect(await signIn(browser, kind, someone, '?returnTo=/ressources%3Fq%3Da')).toBe('/ressources?q=a')
  const actor = await whoIs(browser)
  expect(actor).toMatchObject({ name: `${expected.first} ${expected.last}`, session: { method: 'provider' } })
  if (expected.acr) expect(actor!.session!.acr).toBe(expected.acr)
  const { person, addresses, identifiers } = await personOf(actor!.id!)
  expect(person).toMatchObject({ first_name: expected.first, last_name: expected.last })
  expect(addresses).toMatchObject([{ email: expected.email, verified_at: expected.proved ? expect.any(String) : null }])
  expect(identifiers).toMatchObject([{ issuer: doubles[kind].issuer, value: someone.sub, provider: keys[kind] }])
  expect(await facts(personJoined)).toContainEqual({ personId: actor!.id })

  // Another browser, and a name that changed there: nothing of the profile is overwritten.
  const known = doubles[kind].people[0]!
  known.claims['given_name'] = 'Autre'
  const later = browse()
  await signIn(later, kind, someone)
  known.claims['given_name'] = expected.first
  expect(await whoIs(later)).toMatchObject({ id: actor!.id, name: `${expected.first} ${expected.last}` })
})

test('each request has what its provider asks for, and nothing that it refuses', async () => {
  const { browse } = await server()
  const asked = async (kind: Kind) => {
    const { location } = await browse().visit(`/sign-in/with/${keys[kind]}`)
    return new URL(location!)
  }
  const franceConnect = await asked('franceconnect')
  expect(franceConnect.pathname).toBe('/api/v2/authorize')
  expect(Object.fromEntries(franceConnect.searchParams)).toMatchObject({
    acr_values: 'eidas1', response_type: 'code', client_id: 'sillage-franceconnect',
      redirect_uri: `${origin}/sign-in/with/franceconnect/callback`,
  })
  expect([...franceConnect.searchParams.keys()].toSorted())
    .toEqual(['acr_values', 'client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'])
  const proConnect = await asked('proconnect')
  expect(JSON.parse(proConnect.searchParams.get('claims')!)).toEqual({ id_token: { acr: { essential: true, values: ['eidas1', 'eidas1-mfa',
    'eidas2', 'eidas3'] } } })
  expect([...proConnect.searchParams.keys()].every((name) => behaviours.proconnect.only!.includes(name))).toBe(true)
  for (const kind of ['keycloak', 'cas'] as const) {
    const url = await asked(kind)
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    expect(url.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  }
  for (const url of [franceConnect, proConnect]) for (const name of ['state', 'nonce']) expect(url.searchParams.get(name)!.length)
    .toBeGreaterThanOrEqual(32)
})

test('who gives up at the provider is back where they chose, without an error', async () => {
  const { browse } = await server()
  const browser = browse()
  const callback = await comeBack(browser, 'franceconnect', undefined, '?returnTo=/bases')
  expect(new URL(callback).searchParams.get('error')).toBe('access_denied')
  expect((await browser.follow(callback)).at).toBe(`${origin}/connexion?suite=%2Fbases`)
  expect(await whoIs(browser)).toBeUndefined()
})

test('a provider that is not configured does not exist; one that is down says so', async () => {
  const { browse } = await server()
  const doubles = await theDoubles()
  expect((await browse().visit('/sign-in/with/unknown')).status).toBe(404)
  doubles.cas.faults.down = true
  expect(await signIn(browse(), 'cas', karim)).toBe('/connexion/echec?raison=unavailable&service=lycee')
  doubles.cas.faults.down = false
})

test('a person whose account is suspended does not come in by a provider', async () => {
  const { browse } = await server()
  const { db } = await world()
  const browser = browse()
  await signIn(browser, 'cas', karim)
  const { id } = (await whoIs(browser))!
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', id!).execute()
  const other = browse()
  expect(await signIn(other, 'cas', karim)).toBe('/connexion/echec?raison=suspended&service=lycee')
  expect(other.cookie('__Host-sillage')).toBeUndefined()
  await db.updateTable('identity.account').set({ state: 'active' }).where('person_id', '=', id!).execute()
})

test('signing out here signs out there: id_token_hint, state, the exact address to come back to', async () => {
  const { browse } = await server()
  const { db } = await world()
  const browser = browse()
  await signIn(browser, 'proconnect', yann)
  const out = await browser.visit('/sign-out', {})
  expect(out.location).toBe(`${origin}/deconnexion?service=proconnect`)
  expect(await whoIs(browser)).toBeUndefined()
  const leaving = await browser.visit('/sign-in/with/proconnect/leave')
  const url = new URL(leaving.location!)
  expect(url.pathname).toBe('/api/v2/session/end')
  expect([...url.searchParams.keys()].toSorted()).toEqual(['id_token_hint', 'post_logout_redirect_uri', 'state'])
  expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/sign-in/with/proconnect/left`)
  const page = await browser.visit(url.href)
  const confirm = /action="([^"]+)"/.exec(page.body)![1]!
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)![1]!
  const back = await browser.follow(confirm, { xsrf, logout: 'yes' })
  expect(back.at).toBe(`${origin}/deconnexion`)
  // What was kept for it is gone, and the provider asks again who one is.
  expect(await db.selectFrom('identity.authorization_request').select('id').where('provider', '=', 'proconnect')
    .where('purpose', '=', 'sign-out').execute()).toEqual([])
  expect((await browser.follow('/sign-in/with/proconnect')).body).toContain('Qui êtes-vous')
  expect((await browser.visit('/sign-in/with/proconnect/leave')).location).toBe(`${origin}/deconnexion`)
})

test('the provider may change its keys between two sign-ins', async () => {
  const { browse } = await server()
  const { franceconnect } = await theDoubles()
  await signIn(browse(), 'franceconnect', nadia)
  await franceconnect.rotate()
  await new Promise((resolve) => { setTimeout(resolve, 1100) })
  const browser = browse()
  expect(await signIn(browser, 'franceconnect', nadia)).toBe('/')
  expect(await whoIs(browser)).toMatchObject({ name: 'Nadia Cherkati' })
})
