import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { masked } from '#modules/identity/api.ts'
import { invitationFor, invitationState, stillOffered } from '../joining/invitations.ts'
import { memberRole } from '../limits.ts'
import { offerOf } from '../joining/offers.ts'
import type { Context } from '../policy.ts'
import { acceptInvitation, invitationInput } from './accept-invitation.ts'
import { declineInvitation } from './decline-invitation.ts'

export const offer = z.object({
  kind: z.enum(['base', 'resource']), title: z.string(), excerpt: z.string(), role: memberRole.nullable(), invitedBy: z.string().nullable(),
  message: z.string(), expiresAt: z.string(),
})

/**
 * What an invitation offers, to the one invited. Opening it uses nothing, since scanners of mail open every link. To who has the link and
 * not the address, it says no more than that it was sent to another one.
 */
export const showInvitation = query({
  http: 'GET /base-invitations/:invitationId',
  input: invitationInput,
  output: z.object({
    state: z.enum(['pending', 'accepted', 'declined', 'revoked', 'expired', 'void', 'unknown', 'other-address']),
    /** Enough of the address to recognise one's own. */
    address: z.string().nullable(), offer: offer.nullable(), invitationId: z.uuid(), token: z.string(),
  }),
  allow: signedIn,
  can: { acceptInvitation: { ...acceptInvitation, allow: signedIn }, declineInvitation: { ...declineInvitation, allow: signedIn } },
  run: async (context: Context, { invitationId, token }) => {
    const none = { address: null, offer: null, invitationId, token }
    const opened = await invitationFor(context, invitationId, token)
    if (!opened) return { state: 'unknown' as const, ...none }
    const { row, mine } = opened
    const state = invitationState(row, context.now)
    if (!mine) return { ...none, state: 'other-address' as const, address: row.email && masked(row.email) }
    if (state !== 'pending') return { ...none, state }
    const shown = await stillOffered(context, row) ? await offerOf(context, row) : undefined
    return shown ? { ...none, state, offer: shown } : { ...none, state: 'void' as const }
  },
})
