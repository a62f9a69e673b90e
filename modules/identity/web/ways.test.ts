import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, world } from '../fixtures.ts'
import { configureProviders, type Provider } from '../providers/provider.ts'
import { hashOf, newToken } from '../token.ts'
import { pages, urls } from './routes.ts'

const root = join(import.meta.dirname, '../../..')
const visit = pagesOf(world, pages, (file) => import(join(root, file)))

const provider = (key: string, kind: Provider['kind'], label: string): Provider => ({
  key, kind, label, issuer: `https://${key}.example`, clientId: 'sillage', clientSecret: 'hush', secretBy: 'post', scope: 'openid',
    acr: [], acrBy: 'acr_values',
  signedUserinfo: true, emailDomains: [],
})
const none = { providers: [], origin: 'https://sillage.example', name: 'Sillage' }
const all = { ...none, providers: [provider('franceconnect', 'franceconnect', 'FranceConnect'), provider('universite', 'establishment',
  'Université de l’Aubrière')] }

/** What a provider vouched for, as the route that verified it leaves it. */
const aProposal = async (given: { email?: string, personId?: string } = {}) => {
  const { db } = await world()
  const [ticket, now] = [newToken(), Date.now()]
  await db.insertInto('identity.proposal').values({
    id: v7(), ticket_hash: hashOf(ticket), provider: 'universite', issuer: 'https://universite.example', subject: v7(), first_name: 'Inès',
      last_name: 'Roux',
    email: given.email ?? null, email_proved: false, id_token: null, person_id: given.personId ?? null, return_to: urls.identities(),
    created_at: new Date(now).toISOString(), expires_at: new Date(now + 60_000).toISOString(),
  }).execute()
  return { ticket, cookies: `__Host-sillage-proposal=${ticket}` }
}
const inSession = (person: { id: string }, minutes = 0) => ({
  id: person.id, grants: [], timeZone: 'Europe/Paris', session: { id: v7(), method: 'test',
    signedInAt: new Date(Date.now() - minutes * 60_000).toISOString() },
})

test('a fresh installation shows no provider; each that is configured has its button, with where one was going', async () => {
  configureProviders(none)
  const fresh = (await visit(urls.signIn())).html
  expect(fresh).not.toMatch(/FranceConnect|sign-in\/with/)
  configureProviders(all)
  const { html } = await visit(urls.signIn('/bases'))
  expect(html).toContain('href="/sign-in/with/franceconnect?returnTo=%2Fbases"')
  expect(html).toContain('href="/sign-in/with/universite?returnTo=%2Fbases"')
  expect(html).toContain('Qu’est-ce que FranceConnect')
  expect(html).toMatch(/<form[^>]+data-passkey="get"[^>]+hidden/)
})

test('what went wrong is said with what to do, and never what an address invents', async () => {
  configureProviders(all)
  expect((await visit(urls.signInFailed('unavailable', 'franceconnect'))).html).toContain('FranceConnect ne répond pas')
  expect((await visit(urls.signInFailed('constructor', '<b>'))).html).toContain('Cette connexion a expiré')
  expect((await visit(urls.signInFailed('refused', '<b>evil'))).html).not.toContain('evil')
})

test('after a sign-out the page goes on to the provider, and only to one that is configured', async () => {
  configureProviders(all)
  expect((await visit(urls.signedOut('franceconnect'))).html).toContain('content="0; url=/sign-in/with/franceconnect/leave"')
  for (const address of [urls.signedOut(),
    '/deconnexion?service=//evil.example']) expect((await visit(address)).html).not.toContain('refresh')
})

test('an identity is linked from its page, in the browser that brought it', async () => {
  configureProviders(all)
  const person = await aPerson()
  const { cookies } = await aProposal({ personId: person.id })
  expect((await visit(urls.proposal(), { as: inSession(person) })).html).toContain('n’est plus valable')
  const { html } = await visit(urls.proposal(), { as: inSession(person), cookies })
  expect(html).toContain('Université de l’Aubrière vous connaît comme : Inès Roux')
  const form = formIn(html, 'linkIdentity')
  const late = await visit(urls.proposal(), { as: inSession(person, 90), cookies, form })
  expect(late.status).toBe(403)
  expect(late.html).toContain('Nous devons être sûrs que c’est bien vous')
  expect(await visit(urls.proposal(), { as: inSession(person), cookies, form: { ...form, _key: v7() } }))
    .toMatchObject({ status: 303, location: urls.identities() })
  expect((await visit(urls.identities(), { as: person })).html).toContain('Délier Université de l’Aubrière')
})

test('who may already have an account is sent a link to it, or gets another account', async () => {
  configureProviders(all)
  const { email } = await aPerson()
  const { cookies, ticket } = await aProposal({ email })
  const { html } = await visit(urls.proposal(), { cookies })
  expect(html).toContain(email)
  expect(html).toMatch(new RegExp(`action="/sign-in/apart"[^>]*>.*name="ticket" value="${ticket}"`))
  const form = formIn(html, 'requestSignInLink')
  expect(form).toMatchObject({ email, returnTo: urls.proposal() })
  expect(await visit(urls.proposal(), { cookies, form })).toMatchObject({ status: 303, location: urls.linkSent() })
})

test('taking back a way in is asked once more on its page; the last one has no button', async () => {
  configureProviders(all)
  const { db } = await world()
  const person = await aPerson()
  const id = v7()
  await db.insertInto('identity.external_identifier').values({
    id, person_id: person.id, issuer: 'https://universite.example', kind: 'oidc-subject', value: id, valid_from: new Date()
      .toISOString(), provider: 'universite',
  }).execute()
  const asked = await visit(`${urls.identities()}?delier=${id}`, { as: inSession(person) })
  expect(asked.html).toContain('Délier Université de l’Aubrière ?')
  await db.updateTable('identity.address').set({ verified_at: null }).where('person_id', '=', person.id).execute()
  expect((await visit(urls.identities(), { as: person })).html).toContain('C’est votre seule façon d’entrer')
  const refused = await visit(urls.identities(), { as: inSession(person), form: formIn(asked.html, 'unlinkIdentity') })
  expect(refused.status).toBe(409)
  expect(await visit(urls.identities())).toMatchObject({ location: '/connexion?suite=%2Fmon-compte%2Fidentites' })
})
