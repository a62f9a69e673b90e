import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aPerson, world } from '../fixtures.ts'
import { linkIdentity } from '../operations/link-identity.ts'
import { listMyIdentities } from '../operations/list-my-identities.ts'
import { showProposal } from '../operations/show-proposal.ts'
import { askBeforeJoining } from './asking.ts'
import { anAddress, aStranger, inFront, openLink, ticketIn } from './testing/linking.ts'
import { present, server, signIn, whoIs } from './testing/world.ts'

askBeforeJoining((path) => path.startsWith('/invitation'))
const there = '?returnTo=%2Finvitation%3Ftoken%3Dabc'
const people = async () => Number((await (await world()).db.selectFrom('identity.person').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow())['n'])

test('who comes from an invitation by a provider is asked whether they have an account, opens it, and has one with two ways in', async () => {
  const { as } = await present()
  const person = await aPerson({ firstName: 'Zoé' })
  const { browse } = await server()
  const browser = browse()
  const someone = await aStranger('franceconnect', { email: anAddress('courriel.example') })
  const before = await people()
  expect(await signIn(browser, 'franceconnect', someone, there)).toBe('/connexion/rapprochement')
  expect([await whoIs(browser), await people()]).toEqual([undefined, before])
  const ticket = ticketIn(browser)
  expect(await as().run(showProposal, { ticket })).toMatchObject({ state: 'ask', provider: 'FranceConnect', address: null, canJoinApart: true })
  // They open their account, whose address the provider does not know, in this browser.
  expect(await openLink(browser, person.email)).toBe('/connexion/rapprochement')
  const me = (await whoIs(browser))!
  const own = await world()
  expect(await own.as(me).run(showProposal, { ticket })).toMatchObject({ state: 'confirm' })
  expect(await own.as(me).run(linkIdentity, { ticket })).toMatchObject({ returnTo: '/invitation?token=abc' })
  expect((await as(person).run(listMyIdentities, {})).identities).toMatchObject([{ provider: 'franceconnect' }])
  expect(await people()).toBe(before)
  const later = browse()
  expect(await signIn(later, 'franceconnect', someone, there)).toBe('/invitation?token=abc')
  expect(await whoIs(later)).toMatchObject({ id: person.id })
})

test('who says that they have none gets one, and goes on to the invitation; elsewhere nobody is asked', async () => {
  const { browse } = await server()
  const browser = browse()
  const someone = await aStranger('keycloak', { email: anAddress(), email_verified: true })
  await signIn(browser, 'keycloak', someone, there)
  expect((await browser.follow('/sign-in/apart', { ticket: ticketIn(browser) })).at).toContain('/invitation?token=abc')
  const { id } = (await whoIs(browser))!
  const { db } = await world()
  // Nobody has this address, and the university answers for it.
  expect(await db.selectFrom('identity.address').select(['email', 'verified_at']).where('person_id', '=', id!).execute())
    .toEqual([{ email: someone.claims['email'], verified_at: expect.any(String) }])
  expect(await signIn(browse(), 'keycloak', await aStranger('keycloak'), '?returnTo=%2Fbases')).toBe('/bases')
})

test('a session that was open before proves nothing of the identity that came since', async () => {
  const { browse } = await server()
  const browser = browse()
  await signIn(browser, 'keycloak', await aStranger('keycloak'), there)
  const person = await aPerson()
  await inFront(person, browser)
  const { db, as } = await world()
  await db.updateTable('identity.session').set({ signed_in_at: new Date(Date.now() - 600_000), proved_at: new Date(Date.now() - 600_000) })
    .where('person_id', '=', person.id).execute()
  const me = (await whoIs(browser))!
  const ticket = ticketIn(browser)
  expect(await as(me).run(showProposal, { ticket })).toMatchObject({ state: 'ask' })
  await expect(as(me).run(linkIdentity, { ticket })).rejects.toMatchObject({ code: 'identity.account-unproved' })
})

test('who was registered at an address for which their provider answers is that person; at another, they are not', async () => {
  const { browse } = await server()
  const { db } = await world()
  const registered = async (email: string) => {
    const person = await aPerson({ firstName: 'Léo' })
    await db.updateTable('identity.address').set({ email, verified_at: null, invited_at: new Date() }).where('person_id', '=', person.id).execute()
    return person
  }
  const [known, claimed] = [`${v7()}@univ.example`, `${v7()}@elsewhere.example`]
  const [first, second] = [await registered(known), await registered(claimed)]
  const enter = async (email: string) => {
    const browser = browse()
    await signIn(browser, 'keycloak', await aStranger('keycloak', { email, email_verified: true }), '?returnTo=%2Fbases')
    return (await whoIs(browser))!.id
  }
  expect(await enter(known)).toBe(first.id)
  expect(await enter(claimed)).not.toBe(second.id)
})
