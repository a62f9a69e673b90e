import { v7 } from '#kernel/id.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { addressHash, isRefusing } from './addresses.ts'
import { assertOpen } from './closed.ts'
import { configured } from './configuration.ts'
import { MailError } from './mail-error.ts'
import type { Context } from './policy.ts'

export interface Letter {
  /** Identifies this sending: the same again, after a crash, does not send what was sent. Made when left out. */
  id?: string
  to: string
  /** What it is for: `identity.sign-in-link`. */
  kind: string
  personId?: string
  subject: string
  text: string
  html: string
  /**
   * The policy of its kind. True unless told: it is sent again when nobody knows whether it left, and even to an address that refused mails (a
   * link to sign in). False: once at most, and not to such an address (a digest).
   */
  insists?: boolean
  /** Leaves even while mails are switched off: what lets people in and proves an address. */
  essential?: boolean
  /** Where an answer goes; a mail that names none is answered to its sender. */
  replyTo?: string
  /** Address at which a POST stops mails of this kind, in one click (RFC 8058). */
  unsubscribe?: string
}

export type Sent = 'sent' | 'failed' | 'uncertain'

/** What nodemailer says of a failure. */
interface Problem {
  code?: string
  originalCode?: string
  /** The server's own answer, as 550. */
  responseCode?: number
  permanent?: boolean
  timeoutType?: string
  syscall?: string
}

/** Failures that come before the message is given: it did not leave. After that, silence says nothing either way. */
const BEFORE = new Set(['EDNS', 'EAUTH', 'ETLS', 'ECONFIG', 'EREQUIRETLS', 'EENVELOPE'])

const stateAfter = (problem: Problem): 'failed' | 'uncertain' =>
  problem.responseCode || problem.syscall === 'connect' || BEFORE.has(problem.code ?? '')
    || /^(CONNECT|GREETING|UPGRADE)_TIMEOUT$/.test(problem.timeoutType ?? '') ? 'failed' : 'uncertain'

/** Whoever claimed a mail so long ago, in milliseconds, is dead: the slowest server is given up sooner. */
export const CLAIM = 300_000

/**
 * Takes the mail, before it is spoken of to a server, so that nobody else sends it. A claim left by a process that died is a doubt.
 * @returns `mine`, or where the mail stands when it is not to be sent. @throws MailError while another process may be sending it.
 */
const claim = async ({ db, now }: Context, letter: Letter, id: string, messageId: string): Promise<'mine' | Sent> => {
  const row = { state: 'claimed', at: now, error_code: null }
  const first = await db.insertInto('mail.message').values({
    ...row, id, kind: letter.kind, person_id: letter.personId ?? null, message_id: messageId, address_hash: addressHash(letter.to),
  }).onConflict((conflict) => conflict.column('id').doNothing()).returning('id').executeTakeFirst()
  if (first) return 'mine'
  const { state, at } = await db.selectFrom('mail.message').select(['state', 'at']).where('id', '=', id).executeTakeFirstOrThrow()
  if (state === 'sent' || state === 'bounced') return 'sent'
  if (state === 'claimed' && Date.parse(now) - Date.parse(at) < CLAIM) throw new MailError('claimed')
  const isDoubt = state === 'claimed' || state === 'uncertain'
  const mine = await db.updateTable('mail.message').set(isDoubt && letter.insists === false ? { state: 'uncertain' } : row)
    .where('id', '=', id).where('state', '=', state).where('at', '=', at).returning('state').executeTakeFirst()
  if (!mine) throw new MailError('claimed')
  return mine.state === 'uncertain' ? 'uncertain' : 'mine'
}

/**
 * Sends a mail from a job, and keeps that it left. It is claimed first, and has the same Message-ID at each try; what becomes of it after
 * a crash is its kind's policy (`insists`). `context.db` must not be in a transaction.
 * @returns `failed` when the server refused for good (an address that does not exist), `uncertain` when nobody knows and it is not sent again.
 * @throws MailError when a later try may do.
 */
export const send = async (context: WorkerContext, letter: Letter): Promise<{ messageId: string; state: Sent }> => {
  const { transport, from, returns, domain } = configured()
  const id = letter.id ?? v7()
  const messageId = `<${id}@${domain}>`
  if (!letter.essential) await assertOpen(context, letter)
  const taken = await claim(context as Context, letter, id, messageId)
  if (taken !== 'mine') return { messageId, state: taken }
  const note = (state: Sent, code: string | null) => (context as Context).db.updateTable('mail.message')
    .set({ state, error_code: code }).where('id', '=', id).execute()
  if (letter.insists === false && await isRefusing(context, letter.to)) {
    await note('failed', 'refusing-address')
    return { messageId, state: 'failed' }
  }
  try {
    await transport.sendMail({
      // As an object: a text would be read as a list of addresses.
      from, to: { name: '', address: letter.to }, subject: letter.subject, text: letter.text, html: letter.html, messageId,
      ...letter.replyTo && { replyTo: { name: '', address: letter.replyTo } },
      ...returns && { envelope: { from: returns, to: letter.to } },
      headers: {
        'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All',
        ...letter.unsubscribe && { 'List-Unsubscribe': `<${letter.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      },
    })
  } catch (error) {
    const problem = error as Problem
    const code = String(problem.responseCode ?? problem.originalCode ?? problem.code ?? 'unknown')
    const state = stateAfter(problem)
    await note(state, code)
    if (problem.permanent) return { messageId, state: 'failed' }
    if (state === 'uncertain' && letter.insists === false) return { messageId, state }
    throw new MailError(code, error)
  }
  await note('sent', null)
  return { messageId, state: 'sent' }
}
