import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#kernel/operation/operation.ts'
import type { Context as Own } from '../policy.ts'

/** Days for which one may answer a mail. */
const DAYS = 30
const DAY = 86_400_000

let domain: string | undefined

/** Said once by each process that sends or receives mails, and by tests. Without a domain nobody answers by mail. */
export const configureReplies = (given: { domain: string | undefined }): void => { domain = given.domain?.toLowerCase() }
export const replyDomain = (): string | undefined => domain

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * A new address at which this person answers in this conversation. The secret goes to the mail alone: 128 random bits, in the characters
 * that every server leaves as they are. @returns none when replies are not received.
 */
export const replyAddress = async (context: Context, personId: string, conversationId: string): Promise<string | undefined> => {
  if (!domain) return undefined
  const token = randomBytes(16).toString('hex')
  await (context as Own).db.insertInto('messaging.reply_address').values({
    token_hash: hashOf(token), person_id: personId, conversation_id: conversationId,
    expires_at: new Date(Date.parse(context.now) + DAYS * DAY).toISOString(),
  }).execute()
  return `reply+${token}@${domain}`
}

/** The secret of an address of ours, whatever its capitals; none for any other address. */
export const tokenIn = (address: string): string | undefined => {
  const [, token, at] = /^<?reply\+([0-9a-f]{32})@([a-z0-9.-]+)>?$/i.exec(address.trim()) ?? []
  return token && at?.toLowerCase() === domain ? token.toLowerCase() : undefined
}

export interface Addressed { personId: string; conversationId: string; isOver: boolean }

/** Whose it is and where it leads, over or not: one that we never gave leads nowhere. */
export const addressed = async ({ db, now }: Pick<Context, 'db' | 'now'>, token: string): Promise<Addressed | undefined> => {
  const row = await (db as Own['db']).selectFrom('messaging.reply_address').selectAll().where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row && { personId: row.person_id, conversationId: row.conversation_id, isOver: row.expires_at <= now }
}

/** Addresses over for as long as they held are forgotten, and mails that no server delivers again. */
export const forgetReplies = async ({ db, now }: Pick<Own, 'db' | 'now'>): Promise<void> => {
  const before = new Date(Date.parse(now) - DAYS * DAY).toISOString()
  await db.deleteFrom('messaging.reply_address').where('expires_at', '<', before).execute()
  await db.deleteFrom('messaging.received_mail').where('at', '<', before).execute()
}
