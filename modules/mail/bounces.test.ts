import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { configureMail, receiveReport } from './api.ts'
import { aServer, sendOne, site, world } from './fixtures.ts'
import { readReport } from './report.ts'

/** A report as Postfix writes it (RFC 3464, RFC 6522): the words for people, the status, the head of what comes back. */
const report = (messageId: string, { action = 'failed', status = '5.1.1', whole = false } = {}) => [
  'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)', 'To: retours@sillage.example', 'Subject: Undelivered Mail Returned to Sender',
  'Auto-Submitted: auto-replied', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="9B7E.1/mx.example.net"', '',
  'This is a MIME-encapsulated message.', '', '--9B7E.1/mx.example.net', 'Content-Description: Notification', 'Content-Type: text/plain; charset=us-ascii', '',
  'I\'m sorry to have to inform you that your message could not be delivered.', '', '--9B7E.1/mx.example.net', 'Content-Description: Delivery report',
  'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.net', 'X-Postfix-Queue-ID: 9B7E', 'Arrival-Date: Sat, 21 Nov 2026 10:00:00 +0100 (CET)', '',
  'Final-Recipient: rfc822; ada@elsewhere.example.net', 'Original-Recipient: rfc822;ada@example.org', `Action: ${action}`, `Status: ${status}`,
  'Diagnostic-Code: smtp; 550 5.1.1 <ada@elsewhere.example.net>: Recipient address rejected:', '    User unknown', '', '--9B7E.1/mx.example.net',
  'Content-Description: Undelivered Message', `Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}`, '', 'Received: by mx.example.net; 21 Nov 2026',
  'From: Sillage <bonjour@sillage.example>', 'To: ada@example.org', 'Message-ID:', `\t${messageId}`, 'Subject: Un sujet', '', ...whole ? ['Un texte', ''] : [],
  '--9B7E.1/mx.example.net--', '',
].join('\r\n')

const context = async () => ({ db: (await world()).db, now: new Date().toISOString() })
const stateOf = async (messageId: string) => (await world()).db.selectFrom('mail.message').select(['state', 'error_code']).where('message_id', '=', messageId)
  .executeTakeFirstOrThrow()
const sending = async () => {
  const { smtpUrl, received } = await aServer()
  configureMail({ smtpUrl, from: 'Sillage <bonjour@sillage.example>', site })
  return received
}

test('a report is read, with the mail whole or by its head alone; what is none says nothing', async () => {
  for (const whole of [true, false]) {
    expect(await readReport(report('<a@sillage.example>', { whole }))).toEqual([{ messageId: '<a@sillage.example>', action: 'failed', status: '5.1.1' }])
  }
  expect(await readReport(report('<a@sillage.example>', { action: 'delayed', status: '4.4.1' }))).toMatchObject([{ action: 'delayed' }])
  for (const other of ['', 'From: a@b\r\n\r\nBonjour', report('nothing'), report('<a@b>', { status: 'cross' }), report('<a@b>').replace('message/delivery-status', 'text/plain')]) {
    expect(await readReport(other)).toEqual([])
  }
})

test('an address that does not exist is marked: it gets what insists, and nothing else', async () => {
  const received = await sending()
  const to = `${v7()}@example.org`
  const { messageId } = await sendOne({ to })
  expect(await receiveReport(await context(), report(messageId))).toBe(1)
  expect(await receiveReport(await context(), report(messageId))).toBe(0)
  expect(await stateOf(messageId)).toEqual({ state: 'bounced', error_code: '5.1.1' })
  expect(await sendOne({ to: to.toUpperCase(), insists: false })).toMatchObject({ state: 'failed' })
  expect(received).toHaveLength(1)
  expect(await sendOne({ to })).toMatchObject({ state: 'sent' })
  expect(await sendOne({ to: `${v7()}@example.org`, insists: false })).toMatchObject({ state: 'sent' })
  const { db } = await world()
  expect(JSON.stringify(await db.selectFrom('mail.refusing_address').selectAll().execute())).not.toContain(to)
  await db.updateTable('mail.refusing_address').set({ at: sql`now() - interval '91 days'` }).execute()
  expect(await sendOne({ to, insists: false })).toMatchObject({ state: 'sent' })
})

test('a full mailbox is marked at its third refusal; a server that still tries marks nothing; nor does a report about no mail of ours', async () => {
  await sending()
  const to = `${v7()}@example.org`
  for (let times = 0; times < 3; times++) {
    const { messageId, state } = await sendOne({ to, insists: false })
    expect(state).toBe('sent')
    expect(await receiveReport(await context(), report(messageId, { action: 'delayed', status: '4.2.2' }))).toBe(0)
    expect(await receiveReport(await context(), report(messageId, { status: '5.2.2' }))).toBe(1)
  }
  expect(await sendOne({ to, insists: false })).toMatchObject({ state: 'failed' })
  expect(await receiveReport(await context(), report(`<${v7()}@sillage.example>`))).toBe(0)
})

test('a mail server pipes a report into the command, with the rights of the worker', async () => {
  await sending()
  const { messageId } = await sendOne({ to: `${v7()}@example.org` })
  const run = async (url: string) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'receive-report.ts')], { env: { ...process.env, DATABASE_URL_WORKER: url } })
    child.stdin.end(report(messageId))
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    return { said, code: code as number }
  }
  expect(await run((await world()).address('sillage_worker'))).toEqual({ said: '1 marked\n', code: 0 })
  expect(await stateOf(messageId)).toMatchObject({ state: 'bounced' })
  // The server keeps it and comes again.
  expect((await run('postgres://nobody@127.0.0.1:1/none')).code).toBe(75)
})
