import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson, signedIn } from '#kernel/operation/rule.ts'
import { hashOf, masked } from '#modules/identity/api.ts'
import { invitationBy, invitationState, isMine, stillGranted, token } from '../invitations.ts'
import { checkMisses, countMiss } from '../limits.ts'
import { offered, type Context } from '../policy.ts'
import { organisationKinds, roles } from '../roles.ts'
import { acceptInvitation } from './accept-invitation.ts'

type Row = NonNullable<Awaited<ReturnType<typeof invitationBy>>>

const whatOf = async (context: Context, secret: string, row: Row) => {
  const { db } = context
  const [organisation, inviter, group] = await Promise.all([
    db.selectFrom('organisations.card').selectAll().where('id', '=', row.organisation_id).executeTakeFirstOrThrow(),
    row.invited_by ? db.selectFrom('identity.card').select('name').where('id', '=', row.invited_by).executeTakeFirst() : undefined,
    sql<{ name: string | null }>`select organisations.group_of_invitation(${row.id}, ${hashOf(secret)}) as name`.execute(db),
  ])
  return {
    organisationName: organisation.name, organisationKind: organisation.kind as 'establishment', role: row.role as 'member',
    groupName: group.rows[0]?.name ?? null, invitedBy: inviter?.name ?? null, message: row.message, validTo: row.valid_to,
      expiresAt: row.expires_at,
  }
}

/**
 * What a link offers, to the person who has signed in; when another account has proved the address to which it was sent it says no more than
 * what the mail itself did: that it was sent to another address. Opening it uses nothing.
 */
export const showInvitation = query({
  http: 'GET /invitations',
  input: z.object({ token }),
  output: z.object({
    state: z.enum(['good', 'used', 'revoked', 'expired', 'void', 'unknown', 'other-address']),
    /** Enough of the address to recognise one's own. */
    address: z.string().nullable(),
    offer: z.object({
      organisationName: z.string(), organisationKind: z.enum(organisationKinds), role: z.enum(roles), groupName: z.string().nullable(),
      invitedBy: z.string().nullable(), message: z.string().nullable(), validTo: z.string().nullable(), expiresAt: z.string(),
    }).nullable(),
    now: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  can: { acceptInvitation: offered(acceptInvitation, inPerson) },
  run: async (context: Context, input) => {
    await checkMisses(context)
    const none = { address: null, offer: null, now: context.now }
    const row = await invitationBy(context, input.token)
    if (!row) {
      await countMiss(context)
      return { state: 'unknown' as const, ...none }
    }
    const state = invitationState(row, context.now)
    if (state === 'used') return { state: row.accepted_by === context.actor.id ? 'used' as const : 'unknown' as const, ...none }
    if (!await isMine(context, row.email!)) return { ...none, state: 'other-address' as const, address: masked(row.email!) }
    if (state !== 'good') return { state, ...none }
    if (!await stillGranted(context, row)) return { state: 'void' as const, ...none }
    return { ...none, state, offer: await whatOf(context, input.token, row) }
  },
})
