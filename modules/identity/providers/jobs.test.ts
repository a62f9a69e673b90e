import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { configureMail } from '#modules/mail/api.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import { world, aPerson } from '../fixtures.ts'
import { linkIdentity } from '../operations/link-identity.ts'
import { hashOf, newToken } from '../token.ts'
import { pruneProviders, sendNewWay } from './jobs.ts'

const context = async () => {
  const { pools, engine } = await world()
  return { ...engine.context({ actor: { id: undefined, grants: [], timeZone: 'Europe/Paris' }, origin: { request: 'test' } }),
    db: kyselyOn<any>(pools.worker),
    enqueue: async () => { throw new Error('not here') }, transaction: async () => { throw new Error('not here') } }
}

test('what was kept for a browser goes after its hour, and what still serves stays', async () => {
  const { db } = await world()
  const [past, later] = [new Date(Date.now() - 1000).toISOString(), new Date(Date.now() + 60_000).toISOString()]
  const [old, current] = [v7(), v7()]
  for (const [id, expires_at] of [[old, past], [current, later]] as const) {
    await db.insertInto('identity.authorization_request').values({ id, state_hash: Buffer.from(id), browser_hash: Buffer.from(id),
      provider: 'x', purpose: 'sign-in',
      return_to: '/', created_at: past, expires_at }).execute()
    await db.insertInto('identity.proposal').values({ id, ticket_hash: Buffer.from(id), provider: 'x', issuer: 'x', subject: id,
      email_proved: false, return_to: '/',
      created_at: past, expires_at }).execute()
    await db.insertInto('identity.passkey_challenge').values({ challenge_hash: Buffer.from(id), browser_hash: Buffer.from(id), expires_at })
      .execute()
  }
  expect(await pruneProviders.run(await context(), {})).toEqual({ requests: 1, proposals: 1, challenges: 1 })
  for (const table of ['authorization_request', 'proposal']) expect(await db.selectFrom(`identity.${table}`).select('id').execute())
    .toEqual([{ id: current }])
})

test('nobody is written to at an address that they only claim, nor about a way in that is gone', async () => {
  const { db } = await world()
  const person = await aPerson()
  const passkeyId = v7()
  expect(await sendNewWay.run(await context(), { personId: person.id, passkeyId })).toEqual({ state: 'nobody' })
  await db.insertInto('identity.passkey').values({ id: passkeyId, person_id: person.id, credential_id: passkeyId,
    public_key: Buffer.from('x'), counter: 0,
    is_backed_up: false, name: 'Mon téléphone', created_at: new Date().toISOString() }).execute()
  await db.updateTable('identity.address').set({ verified_at: null }).where('person_id', '=', person.id).execute()
  expect(await sendNewWay.run(await context(), { personId: person.id, passkeyId })).toEqual({ state: 'nobody' })
})

/** A mail server of this test alone. */
const aMailbox = async (): Promise<string[]> => {
  const letters: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => { letters.push(Buffer.concat(parts).toString()); done() })
    },
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => new Promise<void>((resolve) => { server.close(() => resolve()) }))
  const { port } = server.server.address() as AddressInfo
  configureMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Sillage <bonjour@sillage.example>',
    site: { name: 'Sillage', origin: 'https://sillage.example' } })
  return letters
}

test('who links an identity is told by mail, at the address that they proved', async () => {
  const { as, db, work } = await world()
  const letters = await aMailbox()
  const person = await aPerson()
  const [ticket, now] = [newToken(), new Date()]
  await db.insertInto('identity.proposal').values({ id: v7(), ticket_hash: hashOf(ticket), provider: 'universite', issuer: 'https://sso.univ.example/realms/u',
    subject: v7(), email_proved: false, person_id: person.id, return_to: '/', created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + 60_000).toISOString() }).execute()
  const session = { id: v7(), method: 'test', signedInAt: now.toISOString() }
  await as({ id: person.id, grants: [], timeZone: 'Europe/Paris', session }).run(linkIdentity, { ticket })
  await work()
  const letter = await PostalMime.parse(letters.at(-1)!)
  expect(letter.to?.[0]?.address).toBe(person.email)
  expect(letter.text).toContain('Votre identité sso.univ.example ouvre désormais votre compte')
  expect(letter.text).toContain('https://sillage.example/mon-compte/identites')
})
