import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { configureMail, dkimOf } from './api.ts'
import { aServer, sendOne, site } from './fixtures.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** RFC 6376 §3.4.2 and §3.4.4: the relaxed forms of a header and of a body. */
const relaxedHeader = (line: string) => {
  const at = line.indexOf(':')
  return `${line.slice(0, at).trim().toLowerCase()}:${line.slice(at + 1).replace(/\r\n(?=[ \t])/g, '').replace(/[ \t]+/g, ' ').trim()}`
}
const relaxedBody = (body: string) => `${body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, '')).join('\r\n').replace(/(\r\n)+$/, '')}\r\n`

/** Verifies as a receiver does (RFC 6376 §6.1), with the public key at hand. */
const verified = (mail: string): { signed: string[]; domain: string; selector: string; holds: boolean } => {
  const end = mail.indexOf('\r\n\r\n')
  const headers = mail.slice(0, end).split(/\r\n(?![ \t])/)
  const signature = headers.find((line) => /^dkim-signature:/i.test(line))!
  const tags = new Map(signature.slice('dkim-signature:'.length).replace(/\s+/g, '').split(';').filter(Boolean).map((tag) => {
    const at = tag.indexOf('=')
    return [tag.slice(0, at), tag.slice(at + 1)] as const
  }))
  const signed = tags.get('h')!.toLowerCase().split(':')
  const covered = signed.flatMap((name) => headers.findLast((line) => line.toLowerCase().startsWith(`${name}:`)) ?? [])
  const text = [...covered.map(relaxedHeader), relaxedHeader(signature.replace(/([;\s]b=)[^;]*/, '$1'))].join('\r\n')
  const body = createHash('sha256').update(Buffer.from(relaxedBody(mail.slice(end + 4)), 'latin1')).digest('base64')
  const holds = body === tags.get('bh') && createVerify('rsa-sha256').update(text, 'latin1').verify(publicKey, tags.get('b')!, 'base64')
  return { signed, domain: tags.get('d')!, selector: tags.get('s')!, holds }
}

test('a mail is signed, its one-click unsubscription too; a changed one does not verify', async () => {
  const { received, envelopes, smtpUrl } = await aServer()
  const dkim = dkimOf({ DKIM_SELECTOR: 'sillage', DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n') })
  configureMail({ smtpUrl, from: 'Sillage <bonjour@sillage.example>', returns: 'retours@sillage.example', dkim, site })
  await sendOne({ unsubscribe: 'https://sillage.example/notifications/desabonnement/secret' })
  const mail = received[0]!.toString('latin1')
  expect(verified(mail)).toMatchObject({ domain: 'sillage.example', selector: 'sillage', holds: true })
  expect(verified(mail).signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']))
  expect(verified(mail.replace('Un sujet', 'Un autre')).holds).toBe(false)
  expect(verified(mail.replace('Un texte', 'Un mot')).holds).toBe(false)
  // What cannot be delivered is told to the address for that.
  expect(envelopes).toEqual(['retours@sillage.example'])
})

test('without a key mails leave unsigned; a wrong setting is told by its name, never by its value', async () => {
  expect(dkimOf({})).toBeUndefined()
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  for (const wrong of [{ DKIM_SELECTOR: 'a' }, { DKIM_PRIVATE_KEY: pem }, { DKIM_SELECTOR: 'a', DKIM_PRIVATE_KEY: 'secret words' }, { DKIM_SELECTOR: 'a', DKIM_PRIVATE_KEY: small }]) {
    expect(() => dkimOf(wrong)).toThrow(expect.objectContaining({ name: 'DkimError', message: expect.not.stringMatching(/secret|BEGIN/) as string }))
  }
  const { received, smtpUrl } = await aServer()
  configureMail({ smtpUrl, from: 'Sillage <bonjour@sillage.example>', site })
  await sendOne()
  expect(received[0]!.toString()).not.toMatch(/dkim-signature/i)
})
