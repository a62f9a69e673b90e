import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { execute } from '#kernel/fact/execution.ts'
import { configureMail } from './api.ts'
import { aServer, sendOne, site, world } from './fixtures.ts'
import { settleClaims } from './jobs.ts'

const stateOf = async (id: string) =>
  (await (await world()).db.selectFrom('mail.message').select(['state', 'error_code']).where('id', '=', id).executeTakeFirstOrThrow())
const passes = async (id: string, minutes: number) => (await world()).db.updateTable('mail.message')
  .set({ at: sql`at - make_interval(mins => ${minutes})` }).where('id', '=', id).execute()

/** A worker gives a mail to a server, which has it whole when the worker is killed: nobody was told that it left. */
const killedWhileSending = async (insists: boolean) => {
  const { address } = await world()
  const id = v7()
  const given = Promise.withResolvers<void>()
  let silent = true
  const server = await aServer(async () => {
    given.resolve()
    if (silent) await new Promise(() => undefined)
  })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/sender.ts'), address('sillage_worker'), server.smtpUrl, id, String(insists)],
    { stdio: 'inherit' })
  await given.promise
  child.kill('SIGKILL')
  await once(child, 'exit')
  silent = false
  configureMail({ smtpUrl: server.smtpUrl, from: 'Sillage <bonjour@sillage.example>', site })
  return { id, received: server.received }
}

test('killed between the server and us, a mail that insists leaves again under the same Message-ID', async () => {
  const { id, received } = await killedWhileSending(true)
  expect(await stateOf(id)).toMatchObject({ state: 'claimed' })
  // Somebody may still be sending it.
  await expect(sendOne({ id, insists: true })).rejects.toMatchObject({ name: 'MailError', code: 'claimed' })
  await passes(id, 6)
  expect(await sendOne({ id, insists: true })).toMatchObject({ state: 'sent' })
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  expect(received.map((bytes) => /^Message-ID: (.*)\r$/im.exec(bytes.toString())?.[1])).toEqual([`<${id}@sillage.example>`, `<${id}@sillage.example>`])
})

test('killed between the server and us, a mail that does not insist is marked uncertain and never leaves again', async () => {
  const { id, received } = await killedWhileSending(false)
  await passes(id, 6)
  for (let times = 0; times < 3; times++) expect(await sendOne({ id, insists: false })).toMatchObject({ state: 'uncertain' })
  expect(await stateOf(id)).toMatchObject({ state: 'uncertain' })
  expect(received).toHaveLength(1)
})

test('a claim that no job comes back to is marked uncertain, and a fresh one is left alone', async () => {
  const { db, pools } = await world()
  const [old, fresh] = [v7(), v7()]
  await db.insertInto('mail.message').values([old, fresh].map((id) => (
    { id, kind: 'test.claim', state: 'claimed', message_id: `<${id}@sillage.example>`, at: new Date().toISOString() }))).execute()
  await passes(old, 6)
  await execute(pools.worker, settleClaims, {})
  expect([await stateOf(old), await stateOf(fresh)]).toEqual([{ state: 'uncertain', error_code: 'stopped' }, { state: 'claimed', error_code: null }])
})

test('two workers at once send one mail', async () => {
  const server = await aServer()
  configureMail({ smtpUrl: server.smtpUrl, from: 'Sillage <bonjour@sillage.example>', site })
  const id = v7()
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => sendOne({ id })))
  expect(outcomes.some((one) => one.status === 'fulfilled')).toBe(true)
  expect(server.received).toHaveLength(1)
})
