import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { pino } from 'pino'
import { v7 } from '#kernel/id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { configureDemonstration, demo } from '../module.ts'
import { listMails } from './list-mails.ts'
import { startMailbox } from './server.ts'
import { showMail } from './show-mail.ts'

const world = worldOf(demo)
const origin = 'https://sillage.example'
const data = mkdtempSync(join(tmpdir(), 'sillage-mailbox-'))
const directory = join(data, 'mailbox')
let mailbox: Awaited<ReturnType<typeof startMailbox>>
beforeAll(async () => {
  configureDemonstration({ mailbox: directory, origin })
  mailbox = await startMailbox({ directory })
})
afterAll(() => mailbox.stop())

const letter = {
  from: 'Sillage <bonjour@sillage.example>', to: 'ada@example.org', subject: 'Été',
    text: `Bonjour\n${origin}/connexion/lien?jeton=x\nhttps://other.example/a`,
  html: '<script>alert(1)</script><p>Bonjour</p>',
}
const post = (more: object = {}) => nodemailer.createTransport(mailbox.url).sendMail({ ...letter, ...more })

test('an empty mailbox is a list of nothing, even before its folder exists', async () => {
  const { as } = await world()
  expect((await as().run(listMails, {})).mails).toEqual([])
  configureDemonstration({ mailbox: join(data, 'nowhere'), origin })
  expect((await as().run(listMails, {})).mails).toEqual([])
  configureDemonstration({ mailbox: directory, origin })
})

test('what is sent is there, the last one first, and its links stay on this host', async () => {
  const { as } = await world()
  await post()
  await post({ subject: 'Second', to: 'bob@example.org' })
  const { mails } = await as().run(listMails, {})
  expect(mails).toMatchObject([{ subject: 'Second', to: 'bob@example.org' }, { subject: 'Été', to: 'ada@example.org' }])
  expect(Math.abs(Date.now() - Date.parse(mails[0]!.receivedAt))).toBeLessThan(10_000)
  expect(await as().run(showMail, { mailId: mails[1]!.id })).toMatchObject({
    from: 'Sillage', subject: 'Été', hasHtml: true,
    lines: [
      { text: 'Bonjour', href: null }, { text: `${origin}/connexion/lien?jeton=x`, href: '/connexion/lien?jeton=x' },
      { text: 'https://other.example/a', href: 'https://other.example/a' },
    ],
  })
})

test('a link in a mail that is no web address stays a text', async () => {
  const { as } = await world()
  await post({ text: 'javascript:alert(1)\nhttps://sillage.example.evil.example/x' })
  const [last] = (await as().run(listMails, {})).mails
  expect((await as().run(showMail, { mailId: last!.id })).lines.map((line) => line.href))
    .toEqual([null, 'https://sillage.example.evil.example/x'])
})

test('an identifier names a mail of the box or nothing', async () => {
  const { as } = await world()
  writeFileSync(join(data, 'secret.eml'), 'Subject: no')
  await expect(as().run(showMail, { mailId: v7() })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(showMail, { mailId: '../secret' })).rejects.toMatchObject({ status: 422 })
})

test('the HTML of a mail is served in a sandbox where nothing runs', async () => {
  const { as, engine } = await world()
  const app = await createServer({
    config: readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' }), log: pino({ level: 'silent' }),
    sentences: {}, readActor: async () => visitor,
  })
  mountRaw(app, engine, demo.raw)
  await post()
  const [mail] = (await as().run(listMails, {})).mails
  const answer = await app.inject(`/demonstration/courrier/${mail!.id}/mise-en-forme`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body.trim()).toBe(letter.html)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  const policy = String(answer.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/)
  expect((await app.inject(`/demonstration/courrier/${v7()}/mise-en-forme`)).statusCode).toBe(404)
  await app.close()
})

test('a mail too heavy is refused and leaves nothing behind', async () => {
  const before = readdirSync(directory).length
  await expect(post({ text: 'x'.repeat(2_100_000) })).rejects.toMatchObject({ responseCode: 552 })
  expect(readdirSync(directory)).toHaveLength(before)
})
