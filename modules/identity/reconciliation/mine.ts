import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from '../policy.ts'

/** Addresses announced as following one that the person has proved, and that they have not proved yet. */
export const myAnnounced = ({ db, actor }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.email_reconciliation as announced')
    .innerJoin('identity.address as address', 'address.email', 'announced.old_email')
    .where('address.person_id', '=', actor.id).where('address.verified_at', 'is not', null).where('announced.settled_at', 'is', null)
}

/** The person has proved an address: what announced it is settled, if the one before is theirs too. */
export const settleAnnounced = async (context: Context, email: string): Promise<void> => {
  const row = await myAnnounced(context).select('announced.id').where('announced.expected_new_email', '=', email).executeTakeFirst()
  if (row) await context.db.updateTable('identity.email_reconciliation').set({ settled_at: context.now }).where('id', '=', row.id).execute()
}
