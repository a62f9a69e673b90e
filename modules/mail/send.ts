import { v7 } from 'uuid'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { configured } from './configuration.ts'
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
}

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

/** The mail did not leave for sure; another try may do. Its message names no address. */
export class MailError extends Error {
  override readonly name = 'MailError'
  readonly code: string
  constructor(code: string, cause: unknown) {
    super(`The mail server did not take the message: ${code}`, { cause })
    this.code = code
  }
}

/** Failures that come before the message is given: it did not leave. After that, silence says nothing either way. */
const BEFORE = new Set(['EDNS', 'EAUTH', 'ETLS', 'ECONFIG', 'EREQUIRETLS', 'EENVELOPE'])

const stateAfter = (problem: Problem): 'failed' | 'uncertain' =>
  problem.responseCode || problem.syscall === 'connect' || BEFORE.has(problem.code ?? '')
    || /^(CONNECT|GREETING|UPGRADE)_TIMEOUT$/.test(problem.timeoutType ?? '') ? 'failed' : 'uncertain'

const claim = async ({ db, now }: Context, { kind, personId }: Letter, id: string, messageId: string) => db.insertInto('mail.message')
  .values({ id, kind, person_id: personId ?? null, state: 'claimed', message_id: messageId, at: now, error_code: null })
  .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: 'claimed', at: now }).where('mail.message.state', '<>', 'sent'))
  .returning('id').executeTakeFirst()

/**
 * Sends a mail from a job, and keeps that it left. At least once: a crash between the server's answer and ours sends it again under
 * the same Message-ID. `context.db` must not be in a transaction.
 * @returns `failed` when the server refused for good (an address that does not exist). @throws MailError when a later try may do.
 */
export const send = async (context: WorkerContext, letter: Letter): Promise<{ messageId: string; state: 'sent' | 'failed' }> => {
  const { transport, from, domain } = configured()
  const id = letter.id ?? v7()
  const messageId = `<${id}@${domain}>`
  if (!await claim(context, letter, id, messageId)) return { messageId, state: 'sent' }
  const note = (state: 'sent' | 'failed' | 'uncertain', code: string | null) => (context as Context).db.updateTable('mail.message')
    .set({ state, error_code: code }).where('id', '=', id).execute()
  try {
    await transport.sendMail({
      // As an object: a text would be read as a list of addresses.
      from, to: { name: '', address: letter.to }, subject: letter.subject, text: letter.text, html: letter.html, messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } catch (error) {
    const problem = error as Problem
    const code = String(problem.responseCode ?? problem.originalCode ?? problem.code ?? 'unknown')
    await note(stateAfter(problem), code)
    if (problem.permanent) return { messageId, state: 'failed' }
    throw new MailError(code, error)
  }
  await note('sent', null)
  return { messageId, state: 'sent' }
}
