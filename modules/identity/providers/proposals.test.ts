import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aPerson, world } from '../fixtures.ts'
import { linkIdentity } from '../operations/link-identity.ts'
import { showProposal } from '../operations/show-proposal.ts'
import { hashOf } from '../token.ts'
import { anAddress, aStranger, inFront, openLink, ticketIn } from './testing/linking.ts'
import { comeBack, origin, present, server, signIn, whoIs } from './testing/world.ts'

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
