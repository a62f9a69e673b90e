import { readFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { v7 } from '#kernel/id.ts'
import { execute } from '#kernel/fact/execution.ts'
import { compose, configureMail, type Letter } from './api.ts'
import { sendOne as sendAny, site, world } from './fixtures.ts'
import { letterFile, letterSource, renderLetter } from './generate-letter.ts'
import { pruneMessages } from './jobs.ts'

const content = { title: 'Vous & nous', paragraphs: ['Bonjour <script>', 'À bientôt.'],
  action: { label: 'Me connecter', href: 'https://sillage.example/x?a=1&b=2' }, site }

const closing: (() => void)[] = []
afterAll(() => closing.forEach((close) => close()))

const recipients: string[] = []

/** A server that takes mails into a list, or refuses with the code given. */
const mailServer = async (refusal?: number) => {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      recipients.push(address)
      done(refusal ? Object.assign(new Error('no'), { responseCode: refusal }) : null)
    },
    onData: (stream, _, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => { received.push(Buffer.concat(parts).toString()); done() })
    },
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  closing.push(() => server.close())
  const { port } = server.server.address() as AddressInfo
  configureMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Sillage <bonjour@sillage.example>', site })
  return received
}

const sendOne = (letter: Partial<Letter> = {}) => sendAny({ subject: 'Été : ça marche', ...compose(content), ...letter })
const rowOf = async (messageId: string) => (await world()).db.selectFrom('mail.message').selectAll().where('message_id', '=', messageId)
  .executeTakeFirstOrThrow()

test('a mail leaves with both forms, a stable identifier, and is marked as automatic', async () => {
  const received = await mailServer()
  const id = v7()
  const { messageId, state } = await sendOne({ id })
  expect(state).toBe('sent')
  const letter = await PostalMime.parse(received[0]!)
  expect(letter).toMatchObject({
    subject: 'Été : ça marche', messageId: `<${id}@sillage.example>`, from: { name: 'Sillage', address: 'bonjour@sillage.example' },
    to: [{ address: 'ada@example.org' }],
  })
  expect(letter.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
  expect(letter.text).toContain('https://sillage.example/x?a=1&b=2')
  expect(letter.html).toContain('href="https://sillage.example/x?a=1&amp;b=2"')
  expect(await rowOf(messageId)).toMatchObject({ state: 'sent', kind: 'test.letter', error_code: null })
})

test('the same sending again sends nothing', async () => {
  const received = await mailServer()
  const id = v7()
  await sendOne({ id })
  expect(await sendOne({ id })).toMatchObject({ state: 'sent' })
  expect(received).toHaveLength(1)
})

test('a list or a header slipped into an address goes to nobody else', async () => {
  await mailServer()
  recipients.length = 0
  for (const to of ['ada@example.org, eve@example.org', 'ada@example.org\r\nBcc: eve@example.org', 'eve@example.org;ada@example.org']) {
    await sendOne({ to }).catch(() => undefined)
  }
  await sendOne({ to: 'ada@example.org' })
  expect(recipients.at(-1)).toBe('ada@example.org')
  expect(recipients).not.toContain('eve@example.org')
})

test('an address refused for good fails without another try; a busy server is tried again', async () => {
  await mailServer(550)
  const { messageId, state } = await sendOne()
  expect(state).toBe('failed')
  expect(await rowOf(messageId)).toMatchObject({ state: 'failed', error_code: '550' })
  await mailServer(451)
  await expect(sendOne()).rejects.toMatchObject({ name: 'MailError', code: '451' })
})

test('no server: failed, and tried again; a server that falls silent after the message: uncertain', async () => {
  configureMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@sillage.example', site })
  const [one, two] = [v7(), v7()]
  await expect(sendOne({ id: one })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(await rowOf(`<${one}@sillage.example>`)).toMatchObject({ state: 'failed', error_code: 'ECONNREFUSED' })

  // Speaks SMTP until the end of the message, then hangs up without a word.
  const answers: [RegExp, string][] = [[/^(EHLO|HELO)/, '250 hello'], [/^(MAIL|RCPT)/, '250 ok'], [/^DATA/, '354 go on']]
  const silent = createServer((socket: Socket) => {
    socket.write('220 here\r\n')
    socket.on('data', (bytes) => {
      if (bytes.toString().endsWith('\r\n.\r\n')) return socket.destroy()
      const answer = answers.find(([command]) => command.test(bytes.toString()))
      return answer && socket.write(`${answer[1]}\r\n`)
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve) })
  closing.push(() => silent.close())
  configureMail({ smtpUrl: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, from: 'a@sillage.example', site })
  await expect(sendOne({ id: two })).rejects.toMatchObject({ name: 'MailError' })
  expect((await rowOf(`<${two}@sillage.example>`))['state']).toBe('uncertain')
})

test('no address nor content stays in the table, nor in the outcome of jobs', async () => {
  await mailServer(451)
  await sendOne().catch(() => undefined)
  const { db } = await world()
  const kept = [await db.selectFrom('mail.message').selectAll().execute(), await db.selectFrom('kernel.job_execution').selectAll()
    .execute()]
  expect(JSON.stringify(kept)).not.toMatch(/ada@|Bonjour/)
})

test('texts are escaped, nothing is fetched from afar, a letter without a button has none', () => {
  const { html, text } = compose(content)
  expect(html).toContain('Vous &amp; nous')
  expect(html).toContain('Bonjour &lt;script&gt;')
  expect(html).not.toMatch(/<img|<link|@import|url\(|\{\{/)
  expect(html).toContain('prefers-color-scheme: dark')
  expect(text).toContain('Me connecter :\nhttps://sillage.example/x?a=1&b=2')
  const plain = compose({ ...content, action: undefined })
  expect(plain.html).not.toContain('navigateur')
  expect(plain.text).not.toContain('Me connecter')
})

test('a letter of several lines says each with where it leads, and how to have fewer; no line begins with a sign', () => {
  const { html, text } = compose({
    title: 'Récapitulatif : 2 notifications', paragraphs: [], site, action: { label: 'Tout voir', href: 'https://sillage.example/notifications' },
    lines: [{ title: 'Zoé & Léa : « bravo ! »', href: 'https://sillage.example/a?b=1&c=2', body: 'Vraiment ?' }, { title: 'Sans adresse' }],
    ways: [{ label: 'Ne plus recevoir', href: 'https://sillage.example/desabonnement/x' }],
  })
  expect(html).toContain('<a href="https://sillage.example/a?b=1&amp;c=2" style="color: #0b5c63;">Zoé &amp; Léa\u00a0: «\u00a0bravo\u00a0!\u00a0»</a><br />Vraiment\u00a0?')
  expect(html).toContain('href="https://sillage.example/desabonnement/x"')
  expect(text).toContain('• Zoé & Léa\u00a0: «\u00a0bravo\u00a0!\u00a0»\n  Vraiment\u00a0?\n  https://sillage.example/a?b=1&c=2')
  expect(text).toContain('Ne plus recevoir\u00a0:\nhttps://sillage.example/desabonnement/x')
})

test('the letter is the one that its source makes', async () => {
  expect(await readFile(letterFile, 'utf8')).toBe(letterSource(await renderLetter()))
})

test('what left long ago is forgotten', async () => {
  const { db, pools } = await world()
  const row = { kind: 'test.old', person_id: null, state: 'sent', error_code: null }
  const [old, recent] = [v7(), v7()]
  await db.insertInto('mail.message').values([
    { ...row, id: old, message_id: old, at: '2020-01-01T00:00:00Z' },
      { ...row, id: recent, message_id: recent, at: new Date().toISOString() },
  ]).execute()
  await execute(pools.worker, pruneMessages, {})
  const left = await db.selectFrom('mail.message').select('id').where('kind', '=', 'test.old').execute()
  expect(left).toEqual([{ id: recent }])
})
