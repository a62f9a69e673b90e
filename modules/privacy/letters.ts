import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { mailingOf } from '#modules/identity/api.ts'
import { compose, MailError, mailSite, send } from '#modules/mail/api.ts'
import { mails } from './web/mails.fr.ts'
import { urls } from './web/routes.ts'

type Kind = keyof typeof mails
export interface Mailing { email: string; timeZone: string }

const dayOf = (at: string, timeZone: string) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone }).format(new Date(at))

/** @param id identifies this sending: again after a crash it does not send what was sent. @param on the day that the letter speaks of. */
interface Letter { kind: Kind; personId?: string; mailing?: Mailing; on?: string; id?: string }

/** Writes to a person about their data, in a job. @returns what became of it, `unknown` when they have no address that they proved. */
export const write = async (
  context: WorkerContext, { kind, personId, mailing, on, id }: Letter,
): Promise<string> => {
  const to = mailing ?? (personId === undefined ? undefined : await mailingOf(context, personId))
  if (!to) return 'unknown'
  const site = mailSite()
  const { subject, title, paragraphs, action }: { subject: string; title: string; paragraphs: string[]; action?: string } =
    mails[kind](site.name, on === undefined ? '' : dayOf(on, to.timeZone))
  const button = action === undefined ? undefined : { label: action, href: site.origin + urls.data() }
  const letter = compose({ title, paragraphs, site, action: button })
  return (await send(context, { id, to: to.email, kind: `privacy.${kind}`, personId, subject, ...letter })).state
}

/** The last letter. A job of its own would keep the address of somebody who is gone: what cannot leave now does not leave. */
export const farewell = (context: WorkerContext, mailing: Mailing, kind: 'done' | 'ordered'): Promise<string> =>
  write(context, { kind, mailing }).catch((error: unknown) => { if (error instanceof MailError) return error.code; throw error })
