import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, world } from '../fixtures.ts'
import { hashOf, newToken } from '../token.ts'
import { pages, urls } from './routes.ts'

const root = join(import.meta.dirname, '../../..')
const visit = pagesOf(world, pages, (file) => import(join(root, file)))

const aLink = async (email: string) => {
  const { db } = await world()
  const [id, token] = [v7(), newToken()]
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  await db.insertInto('identity.sign_in_link')
    .values({ id, email, purpose: 'sign-in', return_to: '/', created_at: at(0), expires_at: at(15) }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return { id, token }
}

test('one asks for a link, and comes to the same page whoever one is', async () => {
  const { html } = await visit(urls.signIn('/ressources?q=été'))
  expect(html).toContain('<h1 id="title" tabindex="-1">Se connecter</h1>')
  expect(html).toMatch(/<input[^>]+type="email"[^>]*required/)
  const form = formIn(html, 'requestSignInLink')
  expect(form['returnTo']).toBe('/ressources?q=été')
  const sent = await visit('/connexion', { form: { ...form, email: 'ada@example.org' } })
  expect(sent).toMatchObject({ status: 303, location: urls.linkSent() })
  expect((await visit(urls.linkSent())).html).toContain('Regardez vos courriels')
})

test('a wrong address is said beside its field, and what was typed stays', async () => {
  const form = formIn((await visit('/connexion')).html, 'requestSignInLink')
  const { status, html } = await visit('/connexion', { form: { ...form, email: 'ada@' } })
  expect(status).toBe(422)
  expect(html).toContain('value="ada@"')
  expect(html).toContain('Cette adresse n’est pas complète')
})

test('too many links are refused with a sentence', async () => {
  for (let times = 0; times < 5; times++) await visit('/connexion',
    { form: { _command: 'requestSignInLink', email: 'many@example.org', returnTo: '/' } })
  const { status, html } = await visit('/connexion', { form: { _command: 'requestSignInLink', email: 'many@example.org', returnTo: '/' } })
  expect(status).toBe(429)
  expect(html).toContain('Ouvrez le dernier reçu')
})

test('a path that leaves the site is forgotten when the page opens', async () => {
  for (const suite of ['//evil.example', 'https://evil.example', '/\t/evil.example']) {
    expect(formIn((await visit(`/connexion?suite=${encodeURIComponent(suite)}`)).html, 'requestSignInLink')['returnTo']).toBe('/')
  }
})

test('the mail\'s page shows whose link it is and a button; opening it does not use it', async () => {
  const { db } = await world()
  const { id, token } = await aLink('nadia@example.org')
  for (let times = 0; times < 3; times++) {
    const { html } = await visit(urls.link(token))
    expect(html).toContain('na…@example.org')
    expect(html).toMatch(/<form[^>]+action="\/sign-in\/session" method="post"/)
    expect(html).toContain(`name="token" value="${token}"`)
  }
  await db.updateTable('identity.sign_in_link').set({ used_at: new Date().toISOString() }).where('id', '=', id).execute()
  const used = (await visit(urls.link(token))).html
  expect(used).toContain('Ce lien a déjà servi')
  expect(used).not.toContain('/sign-in/session')
  expect((await visit(urls.link('wrong'))).html).toContain('Ce lien n’est pas complet')
  expect((await visit('/connexion/lien')).html).toContain('Ce lien n’est pas complet')
})

test('at the first time one says one\'s name, then goes on', async () => {
  const person = await aPerson({ firstName: undefined, lastName: undefined })
  const { html } = await visit(urls.welcome('/ressources'), { as: person })
  const form = formIn(html, 'completeProfile')
  const refused = await visit(urls.welcome('/ressources'), { as: person, form: { ...form, firstName: 'Ada', lastName: '' } })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="Ada"')
  expect(await visit(urls.welcome('/ressources'), { as: person, form: { ...form, firstName: 'Ada', lastName: 'Lovelace' } }))
    .toMatchObject({ status: 303, location: '/ressources' })
  expect(await visit('/bienvenue', { as: person })).toMatchObject({ status: 303, location: '/mon-compte' })
})

test('one\'s account: a visitor is asked to sign in; one edits; a second window is told', async () => {
  expect(await visit(urls.account())).toMatchObject({ location: '/connexion?suite=%2Fmon-compte' })
  const person = await aPerson({ title: 'Médiatrice' })
  const { html } = await visit(urls.account(), { as: person })
  expect(html).toContain(person.email)
  expect(html).toContain('value="Médiatrice"')
  expect(html).not.toContain('name="isPublic" checked')
  const form = { ...formIn(html, 'updateProfile'), firstName: 'Nadia', lastName: 'B', title: '', location: '', department: '58',
    about: 'Ligne', timeZone: 'Europe/Paris' }
  expect(form).toMatchObject({ _version: '1' })
  expect(await visit(urls.account(), { as: person, form: { ...form, isPublic: 'on' } }))
    .toMatchObject({ status: 303, location: '/mon-compte' })
  const late = await visit(urls.account(), { as: person, form: { ...form, _key: v7(), firstName: 'Tardive' } })
  expect(late.status).toBe(409)
  expect(late.html).toContain('value="Tardive"')
})

test('one closes another device from the page', async () => {
  const { db } = await world()
  const person = await aPerson()
  const now = new Date().toISOString()
  const [here, there] = [v7(), v7()]
  await db.insertInto('identity.session').values([here, there].map((id) => ({
    id, token_hash: hashOf(id), person_id: person.id, method: 'email-link', signed_in_at: now, last_seen_at: now,
      expires_at: '2100-01-01T00:00:00Z', browser: 'firefox',
  }))).execute()
  const as = { id: person.id, grants: [], timeZone: 'Europe/Paris', session: { id: here, method: 'email-link', signedInAt: now } }
  const { html } = await visit(urls.account(), { as })
  expect(html).toContain('Firefox (cet appareil)')
  expect(formIn(html, 'endSession')['sessionId']).toBe(there)
  expect(await visit(urls.account(), { as, form: formIn(html, 'endSession') })).toMatchObject({ status: 303 })
  expect(await db.selectFrom('identity.session').select('id').where('person_id', '=', person.id).execute()).toEqual([{ id: here }])
})
