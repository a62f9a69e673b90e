import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { offerOf } from '../joining/offers.ts'
import type { Context } from '../policy.ts'
import { offer } from './show-invitation.ts'

/** Invitations to write that wait for the person's answer: those sent to them by name. Those sent to an address are opened from their mail. */
export const listMyInvitations = query({
  http: 'GET /my/base-invitations',
  input: z.object({}),
  output: z.object({ invitations: z.array(offer.extend({ id: z.uuid() })) }),
  allow: signedIn,
  run: async (context: Context) => {
    const rows = await context.db.selectFrom('bases.invitation').selectAll().where('person_id', '=', context.actor.id!)
      .where('state', '=', 'pending').where('expires_at', '>', context.now).orderBy('created_at', 'desc').limit(50).execute()
    const offers = await Promise.all(rows.map(async (row) => ({ id: row.id, offer: await offerOf(context, row) })))
    return { invitations: offers.flatMap(({ id, offer }) => offer ? [{ id, ...offer }] : []) }
  },
})
