import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { preferProved } from '../addresses.ts'
import { linkOf, stateOf, token } from '../link.ts'
import type { Context } from '../policy.ts'
import { settleAnnounced } from '../reconciliation/mine.ts'

/** Who opens the mail while signed in to the account that claims its address has both in hand: the address is theirs. */
export const proveAddress = command({
  http: 'POST /me/addresses',
  input: z.object({ token }),
  output: z.object({ email: z.string() }),
  on: (context: Context, input) => linkOf(context, input.token).where('link.purpose', '=', 'prove-address')
    .where('link.person_id', '=', context.actor.id ?? null).forUpdate('link').executeTakeFirst(),
  allow: inPerson,
  when: (link, _, { now }) => {
    const state = stateOf(link, now)
    return state === 'good' ? undefined : `identity.link-${state}`
  },
  run: async (context: Context, _, { id, email }) => {
    const { db, now, actor } = context
    await db.updateTable('identity.sign_in_link').set({ used_at: now }).where('id', '=', id).execute()
    const taken = await db.selectFrom('identity.address').select('id').where('email', '=', email).where('verified_at', 'is not', null)
      .executeTakeFirst()
    // Somebody else proved it first: the two accounts may be one person's, which the team of the service can see with them.
    if (taken) throw new Refusal('identity.address-taken')
    await db.updateTable('identity.address').set({ verified_at: now }).where('person_id', '=', actor.id!).where('email', '=', email)
      .execute()
    await preferProved(context, actor.id!)
    await settleAnnounced(context, email)
    return { email }
  },
})
