import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { personInvited } from './events.ts'
import type { Context } from './policy.ts'

/** A mail that nobody waits for may be opened days later. In milliseconds. */
const VALID = 7 * 86_400_000

/**
 * Gives a person an address that they have not proved, and sends them a link to it. For who registers people: an administrator, an import.
 * @throws Refusal when somebody has proved this address, or was invited at it.
 */
export const invitePerson = async (context: KernelContext, personId: string, email: string): Promise<void> => {
  const { db, now, record } = context as Context
  // Two who invite the same address at once make one invitation.
  await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`.execute(db)
  const taken = await db.selectFrom('identity.address').select('verified_at').where('email', '=', email)
    .where((eb) => eb.or([eb('verified_at', 'is not', null), eb('invited_at', 'is not', null)])).executeTakeFirst()
  if (taken) throw new Refusal(taken.verified_at ? 'identity.address-taken' : 'identity.address-invited')
  await db.insertInto('identity.address').values({ id: v7(), person_id: personId, email, invited_at: now, is_primary: true }).execute()
  const linkId = v7()
  await db.insertInto('identity.sign_in_link').values({
    id: linkId, email, purpose: 'sign-in', return_to: '/', created_at: now, expires_at: new Date(Date.parse(now) + VALID).toISOString(),
  }).execute()
  await record(personInvited, { personId, linkId })
}

/** Who was invited at an address that was just proved: it becomes theirs. None when nobody was, or they are gone. */
export const acceptInvitation = async (context: Context, email: string): Promise<string | undefined> => {
  const { db, now } = context
  const invited = await db.selectFrom('identity.address as address').innerJoin('identity.person as person', 'person.id', 'address.person_id')
    .where('address.email', '=', email).where('address.invited_at', 'is not', null).where('address.verified_at', 'is', null)
    .where('person.erased_at', 'is', null).where('person.merged_into', 'is', null).select(['address.id', 'address.person_id'])
    .orderBy('address.invited_at').executeTakeFirst()
  if (!invited) return undefined
  await db.updateTable('identity.address').set({ verified_at: now }).where('id', '=', invited.id).execute()
  return invited.person_id
}
