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
import { anAddress, aStranger, inFront, ticketIn } from './testing/linking.ts'
import { comeBack, keys, present, server, signIn, whoIs } from './testing/world.ts'

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
