import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { where } from '#kernel/operation/rule.ts'
import { invitationAnswered } from '../events.ts'
import { settleInvitation } from '../joining/invitations.ts'
import type { Context } from '../policy.ts'
import { invitationInput, invitationTarget, mayAnswer } from './accept-invitation.ts'

/** Says no to an invitation, by the same proofs as yes. */
export const declineInvitation = command({
  http: 'POST /base-invitations/:invitationId/refusal',
  input: invitationInput,
  output: z.null(),
  on: invitationTarget,
  allow: where('mine', true),
  when: (target, _, { now }) => mayAnswer(target, now),
  run: async (context: Context, _, { row }) => {
    await settleInvitation(context, row.id, 'declined')
    await context.record(invitationAnswered, { invitationId: row.id })
    return null
  },
})
