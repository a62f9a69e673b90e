import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import nodemailer from 'nodemailer'
import { beforeAll, expect, test } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { temporaryStorage } from '#modules/files/fixtures.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { removeMember } from '#modules/organisations/api.ts'
import { switches } from '#modules/switches/module.ts'
import { aSchool, world, wrote } from '../fixtures.ts'
import { blockPerson } from '../operations/block-person.ts'
import { openChannel } from '../operations/open-channel.ts'
import { showConversation } from '../operations/show-conversation.ts'
import { configureReplies, replyAddress } from './address.ts'
import { pruneReplies } from './answer.ts'
import { listenToReplies } from './listen.ts'
import { receiveReply, type Received } from './receive.ts'

const directory = temporaryStorage()
const mailbox = aMailbox()
beforeAll(() => configureReplies({ domain: 'reponses.example.fr' }))

type Someone = { id: string; email: string }
const { turnOff, liftSwitch } = switches.backOffice.operations
const admin = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
const engine = async () => {
  const { pools, modules } = await world()
  return createEngine(pools.worker, portsOf(modules))
}
const addressOf = async (person: Someone, conversationId: string) => {
  const db = kyselyOn<any>((await world()).pools.worker)
  const context = { db, actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () => undefined }
  return (await replyAddress(context, person.id, conversationId))!
}
interface Given { body?: string; from?: string; id?: string; head?: string[]; parts?: string[] }
const mailTo = (to: string, { body = 'Oui, à 14 h.', from = 'Eva <eva@example.org>', id = `<${v7()}@mail.example.org>`, head = [],
  parts }: Given = {}) =>
  Buffer.from([
    `From: ${from}`, `To: Sillage <${to}>`, `Message-ID: ${id}`, 'Subject: Re: un message', 'MIME-Version: 1.0', ...head,
    ...parts ? ['Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain; charset=utf-8', '', body, ...parts,
      '--b--']
      : ['Content-Type: text/plain; charset=utf-8', '', body],
    '', 'Le sam. 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a écrit :', '> Théo Martin vous a écrit', '',
  ].join('\r\n'))
const receive = async (bytes: Buffer): Promise<Received> => receiveReply(await engine(), bytes)
const bodies = async (person: Someone, conversationId: string) =>
  (await (await world()).as(person).run(showConversation, { conversationId })).messages.map(({ body }) => body)
/** What a person was told by mail since. */
const told = async (person: Someone) => {
  await (await world()).work()
  return mailbox.to(person.email).map(({ subject, text: words }) => [subject, words])
}
const file = (name: string, type: string, bytes: string) => [
  '--b', `Content-Type: ${type}; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64', '',
  Buffer.from(bytes).toString('base64'),
]

test('a mail that tells of a message is answered by mail: the answer is a message, once, in the conversation', async () => {
  const { as, db, work } = await world()
  const { student, teacher } = await aSchool()
  const row = { person_id: student.id, kind: 'messaging.message-received', on_screen: true, mail: 'at-once' }
  await db.insertInto('notifications.preference').values(row).execute()
  const conversationId = await wrote(teacher, student)
  await work()
  const letter = await mailbox.lastTo(student.email)
  const address = /reply\+[0-9a-f]{32}@reponses\.example\.fr/.exec(letter!.headers.get('reply-to') ?? '')![0]
  expect(letter!.text).toContain('Vous pouvez répondre à ce courriel')
  expect(letter!.text).not.toContain('ne serait pas lue')
  expect(JSON.stringify(await db.selectFrom('messaging.reply_address').selectAll().execute())).not.toContain(address.slice(6, 38))
  const bytes = mailTo(address.toUpperCase(), { from: `Éva <${student.email}>` })
  expect(await Promise.all([receive(bytes), receive(bytes)]).then((all) => all.toSorted())).toEqual(['twice', 'written'])
  expect(await receive(bytes)).toBe('twice')
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour', 'Oui, à 14 h.'])
  expect((await as(teacher).run(showConversation, { conversationId })).messages.at(-1)).toMatchObject({ by: 'Éva Martin', isMine: false })
  expect(await db.selectFrom('messaging.received_mail').select('is_from_elsewhere').execute()).toEqual([{ is_from_elsewhere: false }])
})

test('the secret alone opens: an address made up writes nothing and is told nothing; another sender is noted', async () => {
  const { db } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  for (const other of [`reply+${'0'.repeat(32)}@reponses.example.fr`, address.replace('reponses', 'ailleurs'),
    'bonjour@reponses.example.fr']) {
    expect(await receive(mailTo(other))).toBe('ignored')
  }
  expect(await receive(mailTo(address, { from: 'quelqu.un@example.net' }))).toBe('written')
  expect(await bodies(teacher, conversationId)).toHaveLength(2)
  expect(await db.selectFrom('messaging.received_mail').select('is_from_elsewhere').where('person_id', '=', student.id).execute())
    .toEqual([{ is_from_elsewhere: true }])
  expect(await told(student)).toEqual([])
})

test('what a program writes is left alone, so that two of them never answer each other', async () => {
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  for (const head of [['Auto-Submitted: auto-replied'], ['Precedence: bulk'], ['Return-Path: <>'], ['List-Id: <a.example.org>'],
    ['X-Autoreply: yes']]) {
    expect(await receive(mailTo(address, { head }))).toBe('ignored')
  }
  expect(await receiveReply(await engine(), mailTo(address), { from: '', to: [address] })).toBe('ignored')
  expect(await receive(mailTo(address, { from: 'MAILER-DAEMON@mx.example.org' }))).toBe('ignored')
  expect(await receive(mailTo(address, { head: ['Auto-Submitted: no'] }))).toBe('written')
  expect(await bodies(teacher, conversationId)).toHaveLength(2)
})

test('what is refused is explained, once, at an address that the person proved', async () => {
  const { as, db } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  const empty = mailTo(address, { body: '', from: 'intrus@example.net' })
  expect([await receive(empty), await receive(empty)]).toEqual(['refused', 'twice'])
  expect(await receive(mailTo(address, { body: 'a'.repeat(10_001) }))).toBe('refused')
  await as(teacher).run(blockPerson, { personId: student.id })
  expect(await receive(mailTo(address))).toBe('refused')
  await db.updateTable('messaging.reply_address').set({ expires_at: '2020-01-01T00:00:00Z' }).execute()
  expect(await receive(mailTo(address))).toBe('refused')
  const letters = await told(student)
  expect(letters.map(([subject]) => subject)).toEqual(Array.from({ length: 4 }, () => 'Votre réponse n’est pas partie'))
  const said = letters.map(([, words]) => words).join('\n')
  for (const words of ['tout en haut', 'trop long', 'ne pouvez pas écrire', 'trente jours']) expect(said).toContain(words)
  expect(mailbox.to('intrus@example.net')).toEqual([])
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour'])
})

test('whoever left, or has lost their account, answers no more', async () => {
  const { as, db, work } = await world()
  const { student, teacher, organisationId, classId } = await aSchool()
  const { conversationId } = await as(teacher).run(openChannel, { groupId: classId, title: 'Vie de la classe' })
  await work()
  const address = await addressOf(student, conversationId)
  expect(await receive(mailTo(address))).toBe('written')
  const context = { db, actor: system, now: new Date().toISOString(), origin: { request: 'test' }, record: async () => undefined }
  await removeMember(context, { organisationId, groupId: classId, personId: student.id })
  expect(await receive(mailTo(address))).toBe('refused')
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', student.id).execute()
  expect(await receive(mailTo(address))).toBe('ignored')
  expect(await bodies(teacher, conversationId)).toEqual(['Oui, à 14 h.'])
})

test('while messages are switched off an answer waits, then leaves; limits hold too', async () => {
  const { as, db, work } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  const { switchId } = await as(admin).run(turnOff!, { feature: 'messages', personId: student.id, reason: 'Vague' }) as { switchId: string }
  expect(await receive(mailTo(address))).toBe('held')
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour'])
  await as(admin).run(liftSwitch!, { switchId, reason: 'Réglé', held: 'send' })
  await work()
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour', 'Oui, à 14 h.'])
  await db.updateTable('switches.use').set({ count: 10_000 }).where('person_id', '=', student.id).execute()
  expect(await receive(mailTo(address))).toBe('refused')
  expect((await told(student)).at(-1)![1]).toContain('Réessayez demain')
})

test('files of a mail go with the message; those that are not accepted, or too many, are said; alone they are a message', async () => {
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  const parts = [...file('notes.txt', 'text/plain', 'Mes notes'), ...file('jeu.exe', 'application/octet-stream', 'MZ\u0000\u0001')]
  expect(await receive(mailTo(address, { parts }))).toBe('written')
  const { messages } = await (await world()).as(teacher).run(showConversation, { conversationId })
  expect(messages.at(-1)!.files).toMatchObject([{ name: 'notes.txt', mime: 'text/plain' }])
  expect(await told(student)).toMatchObject([['Votre réponse est partie sans tous ses fichiers', expect.stringContaining('Un fichier')]])
  const six = Array.from({ length: 6 }, (_, n) => file(`n${n}.txt`, 'text/plain', `n° ${n}`)).flat()
  expect(await receive(mailTo(address, { parts: six, body: '' }))).toBe('written')
  const last = (await (await world()).as(teacher).run(showConversation, { conversationId })).messages.at(-1)!
  expect([last.body, last.files.length]).toEqual(['Fichiers joints.', 5])
})

test('the listener takes mails for addresses that we gave, and no other, nor what is too large', async () => {
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const address = await addressOf(student, conversationId)
  const failures: unknown[] = []
  const listening = await listenToReplies({ engine: await engine(), port: 0, host: '127.0.0.1', failed: (error) => failures.push(error) })
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listening.port, ignoreTLS: true })
  const deliver = (to: string, more: object = {}) => transport.sendMail({ from: student.email, to, subject: 'Re', text: 'Par le facteur',
    ...more })
  await deliver(address)
  await expect(deliver(`reply+${'a'.repeat(32)}@reponses.example.fr`)).rejects.toMatchObject({ responseCode: 550 })
  await expect(deliver('quelqu.un@example.net')).rejects.toMatchObject({ responseCode: 550 })
  await expect(deliver(address, { text: 'x'.repeat(31_000_000) })).rejects.toMatchObject({ responseCode: 552 })
  transport.close()
  await listening.stop()
  expect([await bodies(teacher, conversationId), failures]).toEqual([['Bonjour', 'Par le facteur'], []])
})

test('the pipe receives it, says when there is no such address, and comes again when nothing answers', async () => {
  const { address } = await world()
  const { student, teacher } = await aSchool()
  const conversationId = await wrote(teacher, student)
  const to = await addressOf(student, conversationId)
  const pipe = async (bytes: Buffer, env: Record<string, string>) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../receive-reply.ts')], {
      env: { ...process.env, MAIL_REPLY_DOMAIN: 'reponses.example.fr', SILLAGE_DATA: directory, ...env }, stdio: ['pipe', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => { child.on('close', resolve) })
    child.stdin.end(bytes)
    const [said] = await Promise.all([text(child.stdout), text(child.stderr)])
    return [said.trim(), await ended]
  }
  const url = { DATABASE_URL_WORKER: address('sillage_worker') }
  expect(await pipe(mailTo(to), url)).toEqual(['written', 0])
  expect(await pipe(mailTo(`reply+${'b'.repeat(32)}@reponses.example.fr`), url)).toEqual(['ignored', 67])
  expect(await pipe(mailTo(to), { DATABASE_URL_WORKER: 'postgres://nobody@127.0.0.1:1/none' })).toEqual(['', 75])
  expect(await pipe(mailTo(to), { DATABASE_URL_WORKER: '' })).toEqual(['', 75])
  expect(await bodies(teacher, conversationId)).toEqual(['Bonjour', 'Oui, à 14 h.'])
})

test('addresses and mails received long ago are forgotten', async () => {
  const { db, pools } = await world()
  await db.updateTable('messaging.reply_address').set({ expires_at: '2020-01-01T00:00:00Z' }).execute()
  await db.updateTable('messaging.received_mail').set({ at: '2020-01-01T00:00:00Z' }).execute()
  await execute(pools.worker, pruneReplies, {})
  for (const table of ['messaging.reply_address', 'messaging.received_mail']) expect(await db.selectFrom(table).selectAll().execute())
    .toEqual([])
})
