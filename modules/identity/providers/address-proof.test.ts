import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { signInRequested } from '../events.ts'
import { aPerson, world } from '../fixtures.ts'
import { listMyIdentities } from '../operations/list-my-identities.ts'
import { openAddressProof } from '../operations/open-address-proof.ts'
import { openSignInLink } from '../operations/open-sign-in-link.ts'
import { proveAddress } from '../operations/prove-address.ts'
import { requestAddressProof } from '../operations/request-address-proof.ts'
import { signInByLink } from '../operations/sign-in-by-link.ts'
import { hashOf, newToken } from '../token.ts'

/** Somebody whose second address a provider gave without answering for it. */
const aClaim = async (email = `${v7()}@example.org`) => {
  const { db } = await world()
  const person = await aPerson()
  await db.insertInto('identity.address').values({ id: v7(), person_id: person.id, email }).execute()
  return { person, email }
}

/** Asks for the mail, and gives the secret that it would hold. */
const ask = async (person: { id: string }, email: string) => {
  const { as, facts, db } = await world()
  await as(person).run(requestAddressProof, { email })
  const { linkId } = (await facts(signInRequested)).at(-1)!
  const token = newToken()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: linkId }).execute()
  return token
}

test('an address that was only claimed is proved by its mail, in the account that claims it', async () => {
  const { as } = await world()
  const { person, email } = await aClaim()
  const token = await ask(person, email)
  expect(await as(person).run(openAddressProof, { token })).toEqual({ state: 'good', email })
  expect(await as(person).run(proveAddress, { token })).toEqual({ email })
  expect((await as(person).run(listMyIdentities, {})).addresses).toContainEqual({ email, isProved: true })
  await expect(as(person).run(proveAddress, { token })).rejects.toMatchObject({ code: 'identity.link-used' })
  await expect(as(person).run(requestAddressProof, { email })).rejects.toMatchObject({ code: 'identity.address-proved' })
})

test('the mail of another, a visitor, and a link to sign in prove nothing; and this mail signs nobody in', async () => {
  const { as } = await world()
  const { person, email } = await aClaim()
  const other = await aPerson()
  await expect(as(other).run(requestAddressProof, { email })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(requestAddressProof, { email })).rejects.toMatchObject({ status: 404 })
  const token = await ask(person, email)
  expect(await as(other).run(openAddressProof, { token })).toEqual({ state: 'unknown', email: null })
  await expect(as().run(openAddressProof, { token })).rejects.toMatchObject({ status: 401 })
  await expect(as(other).run(proveAddress, { token })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(proveAddress, { token })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ status: 404 })
  expect(await as().run(openSignInLink, { token })).toMatchObject({ state: 'unknown', address: null })
})

test('an address that two people claim is the one\'s who proved it first', async () => {
  const { as } = await world()
  const { person: first, email } = await aClaim()
  const { person: second } = await aClaim(email)
  const [one, two] = [await ask(first, email), await ask(second, email)]
  await as(first).run(proveAddress, { token: one })
  await expect(as(second).run(proveAddress, { token: two })).rejects.toMatchObject({ code: 'identity.address-taken', status: 409 })
})
