import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { configureMail } from '#modules/mail/api.ts'
import { execute } from '#kernel/fact/execution.ts'
import { personJoined, signInRequested } from '../events.ts'
import { aPerson, world } from '../fixtures.ts'
import { pruneSignIns } from '../jobs.ts'
import { networkOf } from '../limit.ts'
import { openSignInLink } from './open-sign-in-link.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import { showSignIn } from './show-sign-in.ts'
import { signInByLink } from './sign-in-by-link.ts'

const mailbox: string[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => { mailbox.push(Buffer.concat(parts).toString()); done() })
  },
})
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo
  configureMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Sillage <bonjour@sillage.example>',
    site: { name: 'Sillage', origin: 'https://sillage.example' } })
})
afterAll(() => server.close())

/** Asks for a link and opens the mail. */
const tokenFor = async (email: string, returnTo?: string) => {
  const { as, work } = await world()
  await as().run(requestSignInLink, { email, returnTo })
  await work()
  const letter = await PostalMime.parse(mailbox.at(-1)!)
  expect(letter.to?.[0]?.address).toBe(email.toLowerCase())
  return decodeURIComponent(/\/connexion\/lien\?jeton=([\w%-]+)/.exec(letter.text ?? '')![1]!)
}
const pass = async (minutes: number) => (await world()).db.updateTable('identity.sign_in_link')
  .set({ expires_at: sql`expires_at - make_interval(mins => ${minutes})` }).execute()

test('a person known gets a link by mail, sees whose it is, and enters as themselves', async () => {
  const { as } = await world()
  const ada = await aPerson({ email: 'ada@example.org' })
  const token = await tokenFor('Ada@Example.org', '/ressources?q=été')
  expect(await as().run(openSignInLink, { token }))
    .toEqual({ state: 'good', address: 'ad…@example.org', returnTo: '/ressources?q=été', signedIn: false })
  expect(await as().run(signInByLink, { token })).toEqual({ personId: ada.id, returnTo: '/ressources?q=été', named: true })
})

test('the first time makes a person, their account and their proved address, once', async () => {
  const { as, db, facts } = await world()
  const [one, two] = [await tokenFor('new@example.org'), await tokenFor('new@example.org')]
  const both = await Promise.all([one, two].map((token) => as().run(signInByLink, { token })))
  expect(both[0]!.personId).toBe(both[1]!.personId)
  const { personId } = both[0]!
  expect(both[0]).toMatchObject({ returnTo: '/', named: false })
  expect((await facts(personJoined)).filter((fact) => fact.personId === personId)).toHaveLength(1)
  const address = await db.selectFrom('identity.address').selectAll().where('person_id', '=', personId).execute()
  expect(address).toMatchObject([{ email: 'new@example.org', is_primary: true }])
  expect(address[0]!['verified_at']).not.toBeNull()
})

test('a link works once, even when two use it at the same time', async () => {
  const { as } = await world()
  const token = await tokenFor('once@example.org')
  const both = await Promise.allSettled([1, 2].map(() => as().run(signInByLink, { token })))
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ code: 'identity.link-used', status: 409 })
  expect(await as().run(openSignInLink, { token })).toMatchObject({ state: 'used' })
})

test('a scanner that opens the link, as often as it likes, does not use it', async () => {
  const { as } = await world()
  const token = await tokenFor('scanned@example.org')
  for (let times = 0; times < 5; times++) expect(await as().run(openSignInLink, { token })).toMatchObject({ state: 'good' })
  expect(await as().run(signInByLink, { token })).toMatchObject({ named: false })
})

test('a link ends after fifteen minutes; another token opens nothing', async () => {
  const { as, db } = await world()
  const token = await tokenFor('late@example.org')
  await pass(16)
  expect(await as().run(openSignInLink, { token })).toMatchObject({ state: 'expired' })
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ code: 'identity.link-expired' })
  const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  for (const wrong of [forged, '', 'x'.repeat(43)]) {
    expect(await as().run(openSignInLink, { token: wrong })).toEqual({ state: 'unknown', address: null, returnTo: '/', signedIn: false })
    await expect(as().run(signInByLink, { token: wrong })).rejects.toMatchObject({ status: 404 })
  }
  // The hash itself, as one would read it in a stolen backup, opens nothing either.
  const { token_hash } = await db.selectFrom('identity.sign_in_token').selectAll().executeTakeFirstOrThrow()
  await expect(as().run(signInByLink, { token: (token_hash as Buffer).toString('base64url') })).rejects.toMatchObject({ status: 404 })
})

test('no secret stays anywhere: neither in tables, nor in facts, nor in outcomes of jobs, nor in the trace', async () => {
  const { as, db } = await world()
  const token = await tokenFor('secret@example.org')
  await as().run(signInByLink, { token }, { key: v7() })
  const tables = ['identity.sign_in_token', 'identity.sign_in_link', 'kernel.fact', 'kernel.job_execution', 'kernel.idempotency',
    'audit.entry', 'audit.change', 'mail.message']
  for (const table of tables) expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(token)
  for (const table of tables.slice(2)) expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table)
    .not.toContain('secret@example.org')
})

test('the answer says nothing of who has an account, and nobody is looked for before the mail', async () => {
  const { as, facts } = await world()
  await aPerson({ email: 'known@example.org' })
  const asked = (await facts(signInRequested)).length
  const known = await as().answer(requestSignInLink, { email: 'known@example.org' })
  const unknown = await as().answer(requestSignInLink, { email: 'unknown@example.org' })
  expect(known).toEqual(unknown)
  expect(await facts(signInRequested)).toHaveLength(asked + 2)
})

test('one comes back to this site and to no other', async () => {
  const { as } = await world()
  const ask = (returnTo: string) => as().run(requestSignInLink, { email: `${v7()}@example.org`, returnTo })
  const elsewhere = ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example',
    'javascript:alert(1)', '/a\nb', '/a\\b', '']
  for (const returnTo of elsewhere) {
    await expect(ask(returnTo), returnTo).rejects.toMatchObject({ status: 422, issues: [{ field: 'returnTo' }] })
    expect(await as().run(showSignIn, { returnTo }), returnTo).toMatchObject({ returnTo: '/' })
  }
  await ask('/ressources?page=2#suite')
  expect(await as().run(showSignIn, { returnTo: '/a?b=//c' })).toMatchObject({ returnTo: '/a?b=//c' })
})

test('what is no address is refused by its field', async () => {
  const { as } = await world()
  for (const email of ['ada', 'ada@', 'a@b@c.fr', 'ada@example.org, eve@example.org', `${'x'.repeat(250)}@example.org`,
    'ada@example.org\r\nBcc: eve@example.org']) {
    await expect(as().run(requestSignInLink, { email }), email).rejects.toMatchObject({ status: 422, issues: [{ field: 'email' }] })
  }
})

test('a mailbox cannot be filled, the answer is the same for all, and the window opens again however much one insists', async () => {
  const { as, db } = await world()
  await aPerson({ email: 'target@example.org' })
  for (const email of ['target@example.org', 'nobody@example.org']) {
    for (let times = 0; times < 5; times++) await as().run(requestSignInLink, { email })
    for (let times = 0; times < 8; times++) {
      await expect(as().run(requestSignInLink, { email }))
        .rejects.toMatchObject({ code: 'identity.too-many-links', status: 429, details: { minutes: 15 } })
    }
  }
  // Five links are in the person's mailbox meanwhile: they are not locked out.
  expect(await db.selectFrom('identity.sign_in_link').selectAll().where('email', '=', 'target@example.org').execute()).toHaveLength(5)
  await db.updateTable('identity.sign_in_limit').set({ window_start: sql`window_start - interval '16 minutes'` }).execute()
  expect(await as().run(requestSignInLink, { email: 'target@example.org' })).toEqual({})
})

test('a network is limited too, and another network is not', async () => {
  const { as, db } = await world()
  const from = (address: string) => as().run(requestSignInLink, { email: `${v7()}@example.org` }, { origin: { request: 'x', address } })
  for (let times = 0; times < 200; times++) await from(`2001:db8:1:2:${times.toString(16)}::1`)
  await expect(from('2001:db8:1:2::ffff')).rejects.toMatchObject({ status: 429 })
  await from('2001:db8:1:3::1')
  await from('192.0.2.1')
  // Two hundred mails would be long to send: their jobs find no link any more.
  await db.deleteFrom('identity.sign_in_link').execute()
})

test('a network is one IPv4 address, or a /64 of IPv6', () => {
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('2001:0db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
})

test('a suspended account stays out, and its link is not spent', async () => {
  const { as, db } = await world()
  const person = await aPerson({ email: 'suspended@example.org' })
  const token = await tokenFor('suspended@example.org')
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ code: 'identity.account-suspended', status: 403 })
  await db.updateTable('identity.account').set({ state: 'active' }).where('person_id', '=', person.id).execute()
  expect(await as().run(signInByLink, { token })).toMatchObject({ personId: person.id })
})

test('each night what has ended goes', async () => {
  const { as, db, pools } = await world()
  await as().run(requestSignInLink, { email: 'gone@example.org' })
  await pass(3000)
  await db.updateTable('identity.sign_in_limit').set({ window_start: sql`now() - interval '2 days'` }).execute()
  await execute(pools.worker, pruneSignIns, {})
  for (const table of ['identity.sign_in_link', 'identity.sign_in_token', 'identity.sign_in_limit']) {
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
  }
})
