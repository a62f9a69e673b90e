import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { signInRequested } from './events.ts'
import { aPerson, world } from './fixtures.ts'
import { requestSignInLink } from './operations/request-sign-in-link.ts'
import { anAddress, aStranger } from './providers/testing/linking.ts'
import { server, signIn, whoIs } from './providers/testing/world.ts'

/** What the database is asked while one thing is done, without the values. */
const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { pools } = await world()
  const said: string[] = []
  const listen = (client: { query: (...given: never[]) => unknown }) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = (...given: unknown[]) => {
      const [first] = given as [string | { text?: string }]
      said.push(typeof first === 'string' ? first : first.text ?? '')
      return query(...given)
    }
  }
  pools.portal.on('acquire', listen)
  try {
    await work()
  } finally {
    pools.portal.removeListener('acquire', listen as never)
  }
  return said.filter((text) => !/set_config|^begin|^commit/i.test(text))
}

test('accounts are not enumerated by message: asking for a link answers the same, and leaves the same, for an address with and without an account', async () => {
  const { as, facts, db } = await world()
  const person = await aPerson()
  const answers = []
  for (const email of [person.email, `${v7()}@example.org`]) {
    const before = (await facts(signInRequested)).length
    answers.push(await as().run(requestSignInLink, { email, returnTo: '/' }))
    expect((await facts(signInRequested)).length).toBe(before + 1)
    const link = await db.selectFrom('identity.sign_in_link').selectAll().where('email', '=', email).executeTakeFirstOrThrow()
    expect(link['person_id']).toBeNull()
  }
  expect(answers[0]).toEqual(answers[1])
})

test('accounts are not enumerated by time: the database is asked the very same things whether somebody has the address or not', async () => {
  const { as } = await world()
  const person = await aPerson()
  const suspended = await aPerson()
  await (await world()).db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', suspended.id).execute()
  const asking = (email: string) => statementsOf(() => as().run(requestSignInLink, { email, returnTo: '/' }))
  const known = await asking(person.email)
  expect(known.join(' ')).toContain('sign_in_link')
  expect(await asking(`${v7()}@example.org`)).toEqual(known)
  expect(await asking(suspended.email)).toEqual(known)
  // Nobody is looked for.
  expect(known.join(' ')).not.toMatch(/identity"?\."?(address|person|account)/)
})

test('the identity token of a provider is nowhere in clear: neither in the session, nor in what waits', async () => {
  const { browse } = await server()
  const browser = browse()
  await signIn(browser, 'franceconnect', await aStranger('franceconnect'))
  await signIn(browse(), 'keycloak', await aStranger('keycloak', { email: anAddress() }))
  const { db } = await world()
  const session = await db.selectFrom('identity.session').select(['id_token', 'id']).where('id', '=', (await whoIs(browser))!.session!.id).executeTakeFirstOrThrow()
  expect(session['id_token']).toMatch(/^1\.[\da-f-]{36}\.[\w-]+$/)
  await browser.follow('/sign-out', {})
  for (const table of ['identity.session', 'identity.proposal', 'identity.authorization_request', 'audit.change']) {
    // A JWT begins so: `{"alg"`.
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain('eyJ')
  }
})

test('session fixation: a token chosen by somebody else is never the one of who signs in', async () => {
  const { browse } = await server()
  const planted = 'A'.repeat(43)
  const browser = browse()
  browser.jar.set('sillage.example', new Map([['__Host-sillage', `${planted}.${'B'.repeat(22)}`]]))
  await signIn(browser, 'keycloak', await aStranger('keycloak'))
  expect(browser.cookie('__Host-sillage')).not.toContain(planted)
  expect(browser.cookie('__Host-sillage')).not.toContain('B'.repeat(22))
  expect(await whoIs(browser)).toBeDefined()
})
