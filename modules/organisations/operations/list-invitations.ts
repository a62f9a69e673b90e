import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { invitationState } from '../invitations.ts'
import { MOST_MAILS, PAGE } from '../limits.ts'
import { groupsIn, inCharge, invitationsIn, mayGrant, offered, workplaceOf, type Context } from '../policy.ts'
import { organisationKinds, roles } from '../roles.ts'
import { inviteMember } from './invite-member.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'

/** Invitations that wait or have ended without an answer, the last asked first; and what one may invite to. */
export const listInvitations = query({
  http: 'GET /organisations/:organisationId/invitations',
  input: z.object({ organisationId: z.uuid(), after: z.uuid().optional() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), next: z.uuid().nullable(),
    invitations: z.array(z.object({
      id: z.uuid(), email: z.string(), role: z.enum(roles), groupName: z.string().nullable(), invitedBy: z.string().nullable(),
        createdAt: z.string(),
      expiresAt: z.string(), state: z.enum(['good', 'used', 'revoked', 'expired']), sentCount: z.int(), mayChange: z.boolean(),
        mayResend: z.boolean(),
    })),
    grantable: z.array(z.enum(roles)),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
    now: z.string(),
  }),
  on: (context: Context, { organisationId }) => workplaceOf(context, organisationId).executeTakeFirst(),
  allow: inCharge,
  confidential: true,
  can: {
    inviteMember: offered(inviteMember, mayGrant), resendInvitation: offered(resendInvitation, mayGrant),
    revokeInvitation: offered(revokeInvitation, mayGrant),
  },
  run: async (context: Context, { after }, place) => {
    const [rows, groups] = await Promise.all([
      invitationsIn(context, place.id).leftJoin('organisations.group as one', 'one.id', 'invitation.group_id')
        .leftJoin('identity.card as person', 'person.id', 'invitation.invited_by')
        .where('invitation.accepted_at', 'is', null).where('invitation.revoked_at', 'is', null)
        .$if(after !== undefined, (query) => query.where('invitation.id', '<', after!))
        .selectAll('invitation').select(['one.name as group_name', 'person.name as invited_by_name'])
        .orderBy('invitation.id', 'desc').limit(PAGE + 1).execute(),
      groupsIn(context, place.id).where('one.closed_at', 'is', null).select(['one.id', 'one.name'])
        .orderBy(sql`one.name collate kernel.french`)
        .limit(500).execute(),
    ])
    return {
      organisationId: place.id, name: place.name, kind: place.kind as 'establishment', groups, now: context.now,
      next: rows.length > PAGE ? rows[PAGE - 1]!.id : null,
      grantable: roles.filter((role) => mayGrant.holds(context.actor, { ...place, role })),
      invitations: rows.slice(0, PAGE).map((row) => {
        const mayChange = mayGrant.holds(context.actor, row)
        return {
          id: row.id, email: row.email!, role: row.role as 'member', groupName: row.group_name, invitedBy: row.invited_by_name,
          createdAt: row.created_at, expiresAt: row.expires_at, state: invitationState(row, context.now), sentCount: row.sent_count,
          mayChange, mayResend: mayChange && row.sent_count < MOST_MAILS,
        }
      }),
    }
  },
})
