import type { Context } from '#kernel/operation/operation.ts'
import { switchForPerson } from '#modules/switches/api.ts'
import { MailError } from './mail-error.ts'

/** Mails, as administrators switch them off. */
export const FEATURE = 'mail'
export const CLOSED = 'switched-off'

/**
 * While mails to this person are switched off their job fails, which keeps it, and it is done again once they are lifted.
 * @throws MailError `switched-off`. An address without an account is concerned by a switch for everybody alone.
 */
export const assertOpen = async (context: Context, personId: string | null): Promise<void> => {
  if (await switchForPerson(context, FEATURE, personId)) throw new MailError(CLOSED)
}
