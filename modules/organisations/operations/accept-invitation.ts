import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { hashOf, keepAddress } from '#modules/identity/api.ts'
import { invitationAccepted, memberAdded } from '../events.ts'
import { invitationBy, invitationState, isMine, stillGranted, token } from '../invitations.ts'
import { checkMisses } from '../limits.ts'
import type { Context } from '../policy.ts'

/**
 * Enters an organisation by an invitation, once, into the account by which one came in, whatever the way. The secret of the mail proves the
 * address to which it went, which becomes this account's; where another account has proved it, the invitation is that account's alone.
 */
export const acceptInvitation = command({
  http: 'POST /invitations/acceptance',
  input: z.object({ token }),
  output: z.object({ organisationId: z.uuid() }),
  on: async (context: Context, input) => {
    if (!context.actor.id) throw new Refusal('sign-in-required', {}, 401)
    await checkMisses(context)
    const row = await invitationBy(context, input.token)
    if (!row) return undefined
    const mine = row.email ? await isMine(context, row.email) : row.accepted_by === context.actor.id
    return mine ? row : undefined
  },
  allow: inPerson,
  when: (row, _, { now }) => {
    const state = invitationState(row, now)
    return state === 'good' ? undefined : `organisations.invitation-${state}`
  },
  run: async (context: Context, input, row) => {
    const { db, now, record, actor } = context
    if (!await stillGranted(context, row)) throw new Refusal('organisations.invitation-void')
    const membershipId = v7()
    const { rows: [used] } = await sql<{ done: boolean }>`
      select organisations.use_invitation(${hashOf(input.token)}, ${membershipId}, ${now}) as done`.execute(db)
    if (!used?.done) throw new Refusal('organisations.invitation-used')
    await keepAddress(context, actor.id!, row.email!)
    const added = await db.selectFrom('organisations.membership').select('id').where('id', '=', membershipId).executeTakeFirst()
    await record(invitationAccepted, { organisationId: row.organisation_id, invitationId: row.id })
    if (added) await record(memberAdded, { organisationId: row.organisation_id, membershipId, personId: actor.id! })
    return { organisationId: row.organisation_id }
  },
})
