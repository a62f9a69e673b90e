import { createHash } from 'node:crypto'
import type { Context } from '#kernel/operation/operation.ts'
import { hold, switchForPerson } from '#modules/switches/api.ts'
import { MailError } from './mail-error.ts'

/** Mails, as administrators switch them off. */
export const FEATURE = 'mail'
export const CLOSED = 'switched-off'
/** What waits for them to be lifted. */
export const HELD = 'mail.message'

interface Waiting { readonly id?: string; readonly kind: string; readonly to: string; readonly subject: string; readonly personId?: string }

/**
 * The same mail, each time that its job is done again: its own identifier, or one made of what it is, in the shape of a UUID of version 8
 * (RFC 9562 §5.8).
 */
const heldId = ({ id, kind, to, subject }: Waiting): string => {
  if (id) return id
  const hash = createHash('sha256').update(JSON.stringify([kind, to, subject])).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * While mails to this person are switched off their job fails, which keeps it with all that it says, and the switch counts it; once it is
 * lifted the job is done again, or dropped. An address without an account is concerned by a switch for everybody alone.
 * @throws MailError `switched-off`, whose message names the switch.
 */
export const assertOpen = async (context: Context, letter: Waiting): Promise<void> => {
  const off = await switchForPerson(context, FEATURE, letter.personId ?? null)
  if (!off) return
  await hold(context, off, { kind: HELD, id: heldId(letter), personId: letter.personId })
  throw new MailError(`${CLOSED} ${off.switchId}`)
}
