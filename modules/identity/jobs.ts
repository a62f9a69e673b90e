import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import type { Tables } from './policy.ts'
import { hashOf, newToken } from './token.ts'
import { fr } from './web/fr.ts'
import { fr as again } from './web/proof-fr.ts'
import { urls } from './web/routes.ts'
import { fr as ways } from './web/ways-fr.ts'

/** By purpose of the link: what its mail says, and the page to which it leads. */
const letters = {
  'sign-in': { kind: 'identity.sign-in-link', words: fr.linkMail, href: urls.link },
  'prove-address': { kind: 'identity.address-proof', words: ways.proofMail, href: urls.addressProof },
  'prove-person': { kind: 'identity.proof-link', words: again.mail, href: urls.proofLink },
}

/**
 * Sends the mail of a link. The secret is made here and goes to the mail alone; a try after a failure makes another, and each of them
 * opens the link until it is used.
 */
export const sendSignInLink = job({
  name: 'identity.send-sign-in-link',
  payload: z.object({ linkId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext<Tables>, { linkId }) => {
    const { db, now } = context
    const link = await db.selectFrom('identity.sign_in_link').select(['email', 'used_at', 'expires_at', 'purpose']).where('id', '=', linkId)
      .executeTakeFirst()
    if (!link || link.used_at || link.expires_at <= now) return { state: 'late' }
    const token = newToken()
    await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: linkId }).execute()
    const site = mailSite()
    const { kind, words, href } = letters[link.purpose as keyof typeof letters]
    const { subject, title, paragraphs, action } = words(site.name)
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + href(token) }, site })
    const { state } = await send(context, { to: link.email, kind, subject, essential: true,
      ...letter })
    return { state }
  },
})

/** Each night: links that have ended, counters whose window is closed, sessions that open nothing any more. */
export const pruneSignIns = job({
  name: 'identity.prune-sign-ins',
  payload: z.object({}).loose(),
  schedule: '29 2 * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const before = (days: number) => sql<string>`now() - make_interval(days => ${days}::int)`
    const links = await db.deleteFrom('identity.sign_in_link').where('expires_at', '<', before(1)).executeTakeFirstOrThrow()
    const limits = await db.deleteFrom('identity.sign_in_limit').where('window_start', '<', before(1)).executeTakeFirstOrThrow()
    const sessions = await db.deleteFrom('identity.session')
      .where((eb) => eb.or([eb('expires_at', '<', before(0)), eb('last_seen_at', '<', before(30))])).executeTakeFirstOrThrow()
    return { links: Number(links.numDeletedRows), limits: Number(limits.numDeletedRows), sessions: Number(sessions.numDeletedRows) }
  },
})
