import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { notify } from '#modules/notifications/api.ts'
import { invitationState } from './invitations.ts'
import { lastAdministrator } from './notices.ts'
import type { Tables } from './policy.ts'
import type { Role } from './roles.ts'
import { mails } from './web/mails.fr.ts'
import { urls } from './web/routes.ts'

type Worker = WorkerContext<Tables>
type Words = { subject: string, title: string, paragraphs: string[], action: string }

const mail = async (context: Worker, to: string, kind: string, { action, subject, ...words }: Words, href: string) => {
  const site = mailSite()
  const letter = compose({ ...words, action: { label: action, href: site.origin + href }, site })
  const { state } = await send(context, { to, kind, subject, ...letter })
  return { state }
}

/**
 * Sends the mail of an invitation. The secret is made here and goes to the mail alone; a try after a failure makes another, and each of
 * them opens the invitation until it is used.
 */
export const sendInvitation = job({
  name: 'organisations.send-invitation',
  payload: z.object({ invitationId: z.uuid() }),
  attempts: 6,
  run: async (context: Worker, { invitationId }) => {
    const { db, now } = context
    const row = await db.selectFrom('organisations.invitation as invitation')
      .innerJoin('organisations.organisation as organisation', 'organisation.id', 'invitation.organisation_id')
      .leftJoin('organisations.group as one', 'one.id', 'invitation.group_id')
        .leftJoin('identity.card as person', 'person.id', 'invitation.invited_by')
      .where('invitation.id', '=', invitationId).where('organisation.closed_at', 'is', null)
      .selectAll('invitation').select(['organisation.name as organisation_name', 'one.name as group_name', 'person.name as inviter'])
        .executeTakeFirst()
    if (!row?.email || invitationState(row, now) !== 'good') return { state: 'late' }
    const token = newToken()
    await db.insertInto('organisations.invitation_token')
      .values({ token_hash: hashOf(token), organisation_id: row.organisation_id, invitation_id: row.id }).execute()
    const words = mails.invitation({
      organisation: row.organisation_name, role: row.role as Role, group: row.group_name, inviter: row.inviter, message: row.message,
      site: mailSite().name, until: row.expires_at,
    })
    const sent = await mail(context, row.email, 'organisations.invitation', words, urls.invitation(token))
    await db.updateTable('organisations.invitation').set((eb) => ({ sent_count: eb('sent_count', '+', 1) })).where('id', '=', row.id)
      .execute()
    return sent
  },
})

/** Days before the end on which one is told. */
const BEFORE = [30, 7, 1]

/**
 * Each morning: an organisation that nobody will administer after a day soon. Dates are kept: a right that ends ends, and those who may
 * still name somebody are told before. One that nobody administers at all is shown as such in the back office.
 */
export const watchAdministrators = job({
  name: 'organisations.watch-administrators',
  payload: z.object({}).loose(),
  schedule: '41 6 * * *',
  run: async (context: Worker) => {
    const { rows } = await sql<{ organisation_id: string, name: string, people: string[], last_day: string }>`
      select membership.organisation_id, organisation.name,
        array_agg(distinct membership.person_id) as people, max(membership.valid_to)::text as last_day
      from organisations.membership
      join organisations.organisation on organisation.id = membership.organisation_id and organisation.closed_at is null
      where membership.role = 'structure-manager' and membership.ended_at is null
        and organisations.today(organisation.time_zone) between membership.valid_from and coalesce(membership.valid_to, 'infinity')
        and not exists (select from organisations.suspended_person as suspended where suspended.person_id = membership.person_id)
      group by membership.organisation_id, organisation.name, organisation.time_zone
      having bool_and(membership.valid_to is not null)
        and max(membership.valid_to) - organisations.today(organisation.time_zone) = any (${BEFORE}::int[])`
      .execute(context.db)
    for (const { organisation_id: organisationId, name, people, last_day: lastDay } of rows) {
      await notify(context, { kind: lastAdministrator, to: people, params: { organisationId, name, lastDay },
        key: `${organisationId} ${lastDay}` })
    }
    return { organisations: rows.length }
  },
})

/**
 * Each night: invitations that ended thirty days ago, and so the addresses of those who did not answer; counters whose window is closed.
 */
export const pruneInvitations = job({
  name: 'organisations.prune-invitations',
  payload: z.object({}).loose(),
  schedule: '33 2 * * *',
  run: async ({ db }: Worker) => {
    const gone = sql<string>`now() - interval '30 days'`
    const invitations = await db.deleteFrom('organisations.invitation')
      .where((eb) => eb.or([eb('expires_at', '<', gone), eb('accepted_at', '<', gone), eb('revoked_at', '<', gone)]))
        .executeTakeFirstOrThrow()
    const misses = await db.deleteFrom('organisations.invitation_miss').where('window_start', '<', sql<string>`now() - interval '1 day'`)
      .executeTakeFirstOrThrow()
    return { invitations: Number(invitations.numDeletedRows), misses: Number(misses.numDeletedRows) }
  },
})

export const jobs = [sendInvitation, watchAdministrators, pruneInvitations]
