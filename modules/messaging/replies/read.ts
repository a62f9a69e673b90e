import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { tokenIn } from './address.ts'
import { stripReply } from './strip.ts'
import { textOf } from './text-of.ts'

/** Characters of a page that are looked at, when a mail has no text. */
const MOST_HTML = 500_000

/** A file that came with a mail. */
export interface Sent { readonly name: string; readonly bytes: Buffer }

export interface Reply {
  /** Secrets of addresses of ours to which it was sent. */
  readonly tokens: readonly string[]
  /** Its Message-ID; of a mail without one, the hash of all of it. */
  readonly id: string
  readonly from: string | undefined
  /** What they wrote, without what they quote. */
  readonly body: string
  readonly files: readonly Sent[]
}

/** As the server that received it says: RFC 5321 §4.5.5, an empty sender is a server's own mail, to which nobody answers. */
export interface Envelope { readonly from?: string; readonly to?: readonly string[] }

const headersOf = ({ headers }: Email, key: string) => headers.filter((one) => one.key === key).map(({ value }) => value.trim()
  .toLowerCase())

/**
 * Written by a program (an absence, a report of delivery, a list): answering it could go on for ever. RFC 3834 §2 and §5; `Precedence` is
 * what older programs say.
 */
const isAutomatic = (mail: Email, envelope: Envelope): boolean => {
  const said = (key: string) => headersOf(mail, key)
  return envelope.from === '' || said('return-path').includes('<>') || said('auto-submitted').some((value) => !value.startsWith('no'))
    || said('precedence').some((value) => /^(?:bulk|junk|list|auto_reply)/.test(value)) || said('x-autoreply').length > 0
    || said('x-autorespond').length > 0 || said('list-id').length > 0
    || said('content-type').some((value) => value.startsWith('multipart/report')) || /^(?:mailer-daemon|postmaster)@/i
      .test(mail.from?.address ?? '')
}

const addressesOf = (mail: Email, { to = [] }: Envelope): string[] => [
  ...to, ...headersOf(mail, 'delivered-to'), ...headersOf(mail, 'x-original-to'),
  ...[...mail.to ?? [], ...mail.cc ?? []].flatMap(({ address }) => address ?? []),
]

/** Pictures of a signature stand in the text by their identifier: they are not what somebody attached. */
const filesOf = ({ attachments }: Email): Sent[] => attachments.filter(({ filename, related }) => filename && !related).map(({ filename,
  content }) => ({
  name: filename!, bytes: Buffer.from(typeof content === 'string' ? content : new Uint8Array(content as ArrayBuffer)),
}))

/** @param bytes a mail as it was received. @returns none for a mail that no person wrote, or that cannot be read. */
export const readReply = async (bytes: Uint8Array, envelope: Envelope): Promise<Reply | undefined> => {
  const mail = await PostalMime.parse(bytes).catch(() => undefined)
  if (!mail || isAutomatic(mail, envelope)) return undefined
  return {
    tokens: [...new Set(addressesOf(mail, envelope).flatMap((address) => tokenIn(address) ?? []))],
    id: mail.messageId || createHash('sha256').update(bytes).digest('hex'), from: mail.from?.address?.toLowerCase(),
    body: stripReply(mail.text?.trim() ? mail.text : textOf((mail.html ?? '').slice(0, MOST_HTML))), files: filesOf(mail),
  }
}
