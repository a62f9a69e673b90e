import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { identityLinked, identityUnlinked } from '../events.ts'
import { aPerson, world } from '../fixtures.ts'
import { joinApart } from '../operations/join-apart.ts'
import { linkIdentity } from '../operations/link-identity.ts'
import { listMyIdentities } from '../operations/list-my-identities.ts'
import { showProposal } from '../operations/show-proposal.ts'
import { signInByProvider } from '../operations/sign-in-by-provider.ts'
import { unlinkIdentity } from '../operations/unlink-identity.ts'
import { openSession } from '../session.ts'
import { hashOf, newToken } from '../token.ts'
import type { DoublePerson } from './testing/double.ts'
import type { Kind } from './testing/kinds.ts'
import { comeBack, keys, origin, present, server, signIn, theDoubles, whoIs, type Browser } from './testing/world.ts'

/** Somebody whom the provider learns of now, so that no other test knows them. */
const aStranger = async (kind: Kind, claims: Record<string, unknown> = {}): Promise<DoublePerson> => {
  const { people, behaviour } = (await theDoubles())[kind]
  const person = { sub: v7(), acr: kind === 'proconnect' ? 'eidas1' : behaviour.acr[0]!, claims: { given_name: 'Inès', family_name: 'Roux',
    usual_name: 'Roux', ...claims } }
  people.push(person)
  return person
}
const anAddress = (domain = 'univ.example') => `${v7()}@${domain}`

const inFront = async (person: { id: string }, browser?: Browser) => {
  const { browse } = await server()
  const { engine } = await world()
  const own = browser ?? browse()
  const { token } = await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id, 'email-link')
  own.jar.set('sillage.example', new Map([...own.jar.get('sillage.example') ?? [], ['__Host-sillage', token]]))
  return own
}
const ticketIn = (browser: Browser) => browser.cookie('__Host-sillage-proposal') ?? ''

/** A mail's link, opened with its button in this browser. */
const openLink = async (browser: Browser, email: string) => {
  const { db } = await world()
  const [id, token, now] = [v7(), newToken(), new Date()]
  await db.insertInto('identity.sign_in_link').values({
    id, email, purpose: 'sign-in', return_to: '/connexion/rapprochement', created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + 900_000).toISOString(),
  }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return (await browser.follow('/sign-in/session', { token })).at.slice(origin.length)
}

test('a person links an identity after they confirm, and comes in by it; their profile does not change', async () => {
  const { as, facts } = await present()
  const person = await aPerson({ firstName: 'Zoé', lastName: 'Petit' })
  const other = await aStranger('keycloak', { email: anAddress(), email_verified: true })
  const browser = await inFront(person)
  expect(await signIn(browser, 'keycloak', other, '?purpose=link')).toBe('/connexion/rapprochement')
  const ticket = ticketIn(browser)
  expect((await as(person).run(listMyIdentities, {})).identities).toEqual([])
  expect(await as(person).run(showProposal, { ticket })).toMatchObject({
    state: 'confirm', provider: 'Université du Val d’Aubrière', label: `Inès Roux, ${String(other.claims['email'])}`,
  })
  const { identityId } = await as(person).run(linkIdentity, { ticket })
  expect(await facts(identityLinked)).toContainEqual({ personId: person.id, identityId })
  await expect(as(person).run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 404 })
  expect((await as(person).run(listMyIdentities, {})).identities).toMatchObject([{ id: identityId, provider: keys.keycloak }])
  const { browse } = await server()
  const later = browse()
  await signIn(later, 'keycloak', other)
  expect(await whoIs(later)).toMatchObject({ id: person.id, name: 'Zoé Petit' })
  // The address for which the university answers is theirs too, and is not their first.
  const addresses = await (await world()).db.selectFrom('identity.address').select(['email', 'is_primary'])
    .where('person_id', '=', person.id).orderBy('is_primary').execute()
  expect(addresses).toMatchObject([{ email: other.claims['email'], is_primary: false }, { email: person.email, is_primary: true }])
})

test('one account, several identities: school, work, citizen', async () => {
  const { as } = await present()
  const person = await aPerson()
  for (const kind of ['keycloak', 'proconnect', 'franceconnect', 'cas'] as const) {
    const browser = await inFront(person)
    await signIn(browser, kind, await aStranger(kind), '?purpose=link')
    await as(person).run(linkIdentity, { ticket: ticketIn(browser) })
  }
  expect((await as(person).run(listMyIdentities, {})).identities.map(({ provider }) => provider))
    .toEqual(['universite', 'proconnect', 'franceconnect', 'lycee'])
})

test('an identity that is being linked is its asker\'s: not another person\'s, nor a visitor\'s, nor anybody\'s who has come in meanwhile',
  async () => {
  const { as } = await present()
  const [person, other] = [await aPerson(), await aPerson()]
  const browser = await inFront(person)
  await signIn(browser, 'keycloak', await aStranger('keycloak'), '?purpose=link')
  const ticket = ticketIn(browser)
  await expect(as().run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 404 })
  await expect(as(other).run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 404 })
  expect(await as(other).run(showProposal, { ticket })).toMatchObject({ state: 'gone', label: null })
  await expect(as().run(signInByProvider, { ticket })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(joinApart, { ticket })).rejects.toMatchObject({ status: 404 })
  // The session changed while the browser was at the provider.
  const again = await inFront(person)
  const address = await comeBack(again, 'keycloak', await aStranger('keycloak'), '?purpose=link')
  await inFront(other, again)
  expect((await again.follow(address)).at).toContain('/connexion/echec?raison=lost')
  const { browse } = await server()
  expect((await browse().visit('/sign-in/with/universite?purpose=link')).location).toContain('/connexion?suite=')
  // Giving up leads back to where one was.
  const third = await inFront(person)
  expect(await signIn(third, 'keycloak', undefined, '?purpose=link')).toBe('/mon-compte/identites')
})

test('an identity opens one account: it is not linked to a second one, nor twice to the same', async () => {
  const { as } = await present()
  const { browse } = await server()
  const someone = await aStranger('keycloak')
  const owner = browse()
  await signIn(owner, 'keycloak', someone)
  const person = await aPerson()
  const browser = await inFront(person)
  await signIn(browser, 'keycloak', someone, '?purpose=link')
  expect(await as(person).run(showProposal, { ticket: ticketIn(browser) })).toMatchObject({ state: 'taken' })
  await expect(as(person).run(linkIdentity, { ticket: ticketIn(browser) })).rejects.toMatchObject({ code: 'identity.identity-taken',
    status: 409 })
  const self = { id: (await whoIs(owner))!.id! }
  await signIn(owner, 'keycloak', someone, '?purpose=link')
  expect(await as(self).run(showProposal, { ticket: ticketIn(owner) })).toMatchObject({ state: 'linked' })
  await expect(as(self).run(linkIdentity, { ticket: ticketIn(owner) })).rejects.toMatchObject({ code: 'identity.identity-linked' })
})

test('who had only claimed an address is written to at the first one that is proved', async () => {
  const { as, db } = await present()
  const { browse } = await server()
  const browser = browse()
  await signIn(browser, 'franceconnect', await aStranger('franceconnect', { email: anAddress('courriel.example') }))
  const person = { id: (await whoIs(browser))!.id! }
  const proved = anAddress()
  await signIn(browser, 'keycloak', await aStranger('keycloak', { email: proved, email_verified: true }), '?purpose=link')
  await as(person).run(linkIdentity, { ticket: ticketIn(browser) })
  expect(await db.selectFrom('identity.address').select('email').where('person_id', '=', person.id).where('is_primary', '=', true)
    .execute()).toEqual([{ email: proved }])
})

test('unlinking: by its person alone, never the last way in, and the identity is free again', async () => {
  const { as, facts } = await present()
  const { browse } = await server()
  const someone = await aStranger('cas')
  const browser = browse()
  await signIn(browser, 'cas', someone)
  const person = { id: (await whoIs(browser))!.id! }
  const { identities: [identity], isLast } = await as(person).run(listMyIdentities, {})
  expect(isLast).toBe(true)
  const identityId = identity!.id
  await expect(as().run(unlinkIdentity, { identityId })).rejects.toMatchObject({ status: 401 })
  await expect(as(await aPerson()).run(unlinkIdentity, { identityId })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(unlinkIdentity, { identityId })).rejects.toMatchObject({ code: 'identity.last-way-in' })
  const second = await aStranger('keycloak')
  await signIn(browser, 'keycloak', second, '?purpose=link')
  await as(person).run(linkIdentity, { ticket: ticketIn(browser) })
  // Both at once: one of the two stays.
  const both = (await as(person).run(listMyIdentities, {})).identities
  const outcomes = await Promise.allSettled(both.map(({ id }) => as(person).run(unlinkIdentity, { identityId: id })))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await facts(identityUnlinked)).toHaveLength(1)
  const [left] = (await as(person).run(listMyIdentities, {})).identities
  const [freed, kind] = left!.provider === 'lycee' ? [second, 'keycloak' as const] : [someone, 'cas' as const]
  const stranger = browse()
  await signIn(stranger, kind, freed)
  expect((await whoIs(stranger))!.id).not.toBe(person.id)
})

test('an address that is already somebody\'s gives a proposal and no session; only the account\'s owner confirms, after a link to that address', async () => {
  const { as, db } = await present()
  const { browse } = await server()
  const email = anAddress()
  const [owner, other] = [await aPerson({ email }), await aPerson()]
  const someone = await aStranger('keycloak', { email, email_verified: true })
  // Whoever has opened a link before has not proved it for this.
  await openLink(browse(), email)
  const browser = browse()
  expect(await signIn(browser, 'keycloak', someone)).toBe('/connexion/rapprochement')
  expect(await whoIs(browser)).toBeUndefined()
  const ticket = ticketIn(browser)
  expect(await as().run(showProposal, { ticket })).toMatchObject({ state: 'prove', address: email, canJoinApart: true })
  await expect(as().run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 401 })
  await expect(as(other).run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 404 })
  expect(await as(other).run(showProposal, { ticket })).toMatchObject({ state: 'other' })
  await expect(as(owner).run(linkIdentity, { ticket })).rejects.toMatchObject({ code: 'identity.address-unproved', status: 409 })
  expect(await openLink(browser, email)).toBe('/connexion/rapprochement')
  expect(await whoIs(browser)).toMatchObject({ id: owner.id })
  expect(await as(owner).run(showProposal, { ticket })).toMatchObject({ state: 'confirm' })
  await as(owner).run(linkIdentity, { ticket })
  const later = browse()
  await signIn(later, 'keycloak', someone)
  expect(await whoIs(later)).toMatchObject({ id: owner.id })
  expect(await db.selectFrom('identity.proposal').select('id_token').where('ticket_hash', '=', hashOf(ticket)).executeTakeFirst())
    .toEqual({ id_token: null })
})

test('who is not the owner of the address gets an account apart, where the address stays claimed', async () => {
  const { db } = await world()
  const { browse } = await server()
  const email = anAddress('courriel.example')
  const owner = await aPerson({ email })
  const someone = await aStranger('franceconnect', { email })
  const browser = browse()
  expect(await signIn(browser, 'franceconnect', someone, '?returnTo=/bases')).toBe('/connexion/rapprochement')
  const ticket = ticketIn(browser)
  expect((await browser.follow('/sign-in/apart', { ticket })).at).toBe(`${origin}/bases`)
  const actor = (await whoIs(browser))!
  expect(actor.id).not.toBe(owner.id)
  expect(browser.cookie('__Host-sillage-proposal')).toBeUndefined()
  expect(await db.selectFrom('identity.address').select(['email', 'verified_at']).where('person_id', '=', actor.id!).execute())
    .toEqual([{ email, verified_at: null }])
  expect((await browse().follow('/sign-in/apart', { ticket })).at).toContain('/connexion/echec?raison=lost')
  // The owner's link opens the owner's account, as before.
  const own = browse()
  await openLink(own, email)
  expect(await whoIs(own)).toMatchObject({ id: owner.id })
})

test('an announced change of address only proposes: the provider answers for the new one, a link proves the old one', async () => {
  const { as, db } = await present()
  const { browse } = await server()
  const [before, after] = [anAddress('ancien.example'), anAddress('mairie.example')]
  const owner = await aPerson({ email: before })
  await db.insertInto('identity.email_reconciliation')
    .values({ id: v7(), old_email: before, expected_new_email: after, created_at: new Date().toISOString() }).execute()
  const someone = await aStranger('proconnect', { email: after })
  const browser = browse()
  expect(await signIn(browser, 'proconnect', someone)).toBe('/connexion/rapprochement')
  const ticket = ticketIn(browser)
  const shown = await as().run(showProposal, { ticket })
  expect(shown).toMatchObject({ state: 'prove', email: null })
  expect(shown.address).toMatch(/^..…@ancien\.example$/)
  await expect(as(owner).run(linkIdentity, { ticket })).rejects.toMatchObject({ code: 'identity.address-unproved' })
  await openLink(browser, before)
  await as(owner).run(linkIdentity, { ticket })
  expect(await db.selectFrom('identity.address').select('email').where('person_id', '=', owner.id).where('verified_at', 'is not', null)
    .orderBy('is_primary').execute())
    .toEqual([{ email: after }, { email: before }])
  expect(await db.selectFrom('identity.email_reconciliation').select('settled_at').where('old_email', '=', before).executeTakeFirst())
    .toEqual({ settled_at: expect.any(String) })
  // A provider that does not answer for the address brings nobody closer.
  const [old, expected] = [anAddress('ancien.example'), anAddress('mairie.example')]
  await aPerson({ email: old })
  await db.insertInto('identity.email_reconciliation').values({ id: v7(), old_email: old, expected_new_email: expected,
    created_at: new Date().toISOString() }).execute()
  const unsure = browse()
  expect(await signIn(unsure, 'cas', await aStranger('cas', { email: expected, email_verified: true }))).toBe('/')
})

test('an address that a provider only claims does not wait for its owner: their link opens an account of their own', async () => {
  const { browse } = await server()
  const email = anAddress('victime.example')
  const attacker = browse()
  // The university says that it verified an address that is not of its domain.
  await signIn(attacker, 'keycloak', await aStranger('keycloak', { email, email_verified: true }))
  const victim = browse()
  await openLink(victim, email)
  expect((await whoIs(victim))!.id).not.toBe((await whoIs(attacker))!.id)
})

test('two answers for one new identity at once make one person', async () => {
  const { browse } = await server()
  const { db } = await world()
  const someone = await aStranger('keycloak')
  const browsers = [browse(), browse()]
  const addresses = await Promise.all(browsers.map((browser) => comeBack(browser, 'keycloak', someone)))
  await Promise.all(browsers.map((browser, index) => browser.follow(addresses[index]!)))
  const [first, second] = await Promise.all(browsers.map(whoIs))
  expect(first!.id).toBe(second!.id)
  expect(await db.selectFrom('identity.external_identifier').select('id').where('value', '=', someone.sub).execute()).toHaveLength(1)
})

test('a proposal that nobody settled is forgotten', async () => {
  const { as, db } = await present()
  const person = await aPerson()
  const browser = await inFront(person)
  await signIn(browser, 'keycloak', await aStranger('keycloak'), '?purpose=link')
  const ticket = ticketIn(browser)
  await db.updateTable('identity.proposal').set({ expires_at: new Date(0).toISOString() }).where('ticket_hash', '=', hashOf(ticket))
    .execute()
  expect(await as(person).run(showProposal, { ticket })).toMatchObject({ state: 'gone' })
  await expect(as(person).run(linkIdentity, { ticket })).rejects.toMatchObject({ status: 404 })
})

test('what opens an account is changed in person, and soon after one came in', async () => {
  const { as } = await world()
  const person = await aPerson()
  const browser = await inFront(person)
  await signIn(browser, 'keycloak', await aStranger('keycloak'), '?purpose=link')
  const input = { ticket: ticketIn(browser) }
  const session = (minutes: number) => ({ id: v7(), method: 'test', signedInAt: new Date(Date.now() - minutes * 60_000).toISOString() })
  await expect(as({ ...visitor, id: person.id, session: session(61) })
    .run(linkIdentity, input)).rejects.toMatchObject({ code: 'proof-required', status: 403 })
  await expect(as({ ...visitor, id: person.id, session: session(1), by: v7() })
    .run(linkIdentity, input)).rejects.toMatchObject({ status: 403 })
  await as({ ...visitor, id: person.id, session: session(59) }).run(linkIdentity, input)
})
