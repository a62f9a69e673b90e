import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { administrators, hashOf, newToken, peopleByAddress } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { configured, isConfigured } from './configuration.ts'
import type { DB } from './tables.gen.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

/**
 * Sends the mail of a link to an administrator, and nothing to anybody else: whose the address is, is looked at here, so that asking says
 * nothing of it. The secret is made here and goes to the mail alone.
 */
export const sendStaffLink = job({
  name: 'staff.send-link',
  payload: z.object({ linkId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext<DB>, { linkId }) => {
    const { db, now } = context
    const link = await db.selectFrom('staff.sign_in_link').select(['email', 'used_at', 'expires_at']).where('id', '=', linkId)
      .executeTakeFirst()
    if (!link || link.used_at || link.expires_at <= now) return { state: 'late' }
    const people = await peopleByAddress(context, [link.email])
    if (!isConfigured() || (await administrators(context, people.map((one) => one.personId))).length === 0) return { state: 'nobody' }
    const token = newToken()
    await db.insertInto('staff.sign_in_token').values({ token_hash: hashOf(token), link_id: linkId }).execute()
    const site = { ...mailSite(), origin: configured().origin }
    const { subject, title, paragraphs, action } = fr.linkMail(site.name)
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + urls.link(token) }, site })
    const { state } = await send(context, { to: link.email, kind: 'staff.link', subject, essential: true, ...letter })
    return { state }
  },
})

/** Each night: sessions and links that have ended, counters whose window is closed, tries that the trace keeps anyway. */
export const pruneStaff = job({
  name: 'staff.prune',
  payload: z.object({}).loose(),
  schedule: '41 2 * * *',
  run: async ({ db }: WorkerContext<DB>) => {
    const before = (days: number) => sql<string>`now() - make_interval(days => ${days}::int)`
    const sessions = await db.deleteFrom('staff.session').where('expires_at', '<', before(0)).executeTakeFirstOrThrow()
    const links = await db.deleteFrom('staff.sign_in_link').where('expires_at', '<', before(1)).executeTakeFirstOrThrow()
    await db.deleteFrom('staff.sign_in_limit').where('window_start', '<', before(1)).execute()
    await db.deleteFrom('staff.attempt').where('at', '<', before(30)).execute()
    return { sessions: Number(sessions.numDeletedRows), links: Number(links.numDeletedRows) }
  },
})
