import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { memberRole } from '../limits.ts'
import { pendingInvitations, sentInvitation } from '../joining/pending.ts'
import { peopleOf, personCard } from '../people.ts'
import { administersBase, basesSeenBy, type Context } from '../policy.ts'
import { acceptJoinRequest } from './accept-join-request.ts'
import { declineJoinRequest } from './decline-join-request.ts'
import { revokeInvitation } from './revoke-invitation.ts'

/** Most requests shown at once: the oldest first, so that each gets its answer. */
const MOST = 50

/** Who is about to enter a base: those invited who have not answered, and those who ask. For its administrators. */
export const listBaseEntries = query({
  http: 'GET /bases/:baseId/entries',
  input: z.object({ baseId: z.uuid() }),
  output: z.object({
    invitations: z.array(sentInvitation.extend({ role: memberRole.nullable() })),
    requests: z.array(z.object({ id: z.uuid(), person: personCard.nullable(), message: z.string(), at: z.string() })), now: z.string(),
  }),
  on: (context: Context, { baseId }) => basesSeenBy(context).select('base.id').where('base.id', '=', baseId).executeTakeFirst(),
  allow: administersBase,
  can: {
    acceptJoinRequest: { ...acceptJoinRequest, allow: administersBase }, declineJoinRequest: { ...declineJoinRequest, allow: administersBase },
    revokeInvitation: { ...revokeInvitation, allow: administersBase },
  },
  run: async (context: Context, _, base) => {
    const rows = await context.db.selectFrom('bases.join_request').select(['id', 'person_id', 'message', 'created_at']).where('base_id', '=', base.id)
      .where('state', '=', 'pending').orderBy('created_at').orderBy('id').limit(MOST).execute()
    // Who asks says who they are, their profile's being private aside.
    const people = new Map((await peopleOf(context, rows.map(({ person_id }) => person_id), { everyone: true })).map((one) => [one.id, one]))
    return {
      invitations: await pendingInvitations(context, { baseId: base.id }), now: context.now,
      requests: rows.map(({ id, person_id, message, created_at }) => ({ id, message, at: created_at, person: people.get(person_id) ?? null })),
    }
  },
})
