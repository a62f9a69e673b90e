import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { invitationAsked } from '../events.ts'
import { DAY, INVITATION_DAYS, later, MINUTE, MINUTES_BETWEEN, MOST_MAILS } from '../limits.ts'
import { lockedInvitation, mayGrant, type Context } from '../policy.ts'

/** Sends the mail again, with another link and as many days as the first; also when the first has ended. The earlier links still work. */
export const resendInvitation = command({
  http: 'POST /organisations/:organisationId/invitations/:invitationId/mails',
  input: z.object({ organisationId: z.uuid(), invitationId: z.uuid() }),
  output: z.null(),
  on: (context: Context, input) => lockedInvitation(context, input),
  allow: mayGrant,
  when: (row, _, { now }) => {
    if (row.accepted_at || row.revoked_at) return 'organisations.invitation-ended'
    if (row.sent_count >= MOST_MAILS) return 'organisations.resent-too-often'
    return row.last_asked_at > later(now, -MINUTES_BETWEEN * MINUTE) ? 'organisations.resent-too-soon' : undefined
  },
  run: async ({ db, now, record }: Context, _, row) => {
    await db.updateTable('organisations.invitation')
      .set((eb) => ({ last_asked_at: now, expires_at: later(now, INVITATION_DAYS * DAY), version: eb('version', '+', 1) }))
      .where('organisation_id', '=', row.organisation_id).where('id', '=', row.id).execute()
    await record(invitationAsked, { organisationId: row.organisation_id, invitationId: row.id })
    return null
  },
})
