import { sql } from 'kysely'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { personJoined } from '../events.ts'
import { acceptInvitation } from '../invitation.ts'
import { linkOf, stateOf, token } from '../link.ts'
import { createPerson } from '../person.ts'
import type { Context } from '../policy.ts'
import { checkSignUp } from '../sign-up.ts'

const personOf = ({ db }: Context, email: string) => db.selectFrom('identity.address as address')
  .innerJoin('identity.person as person', 'person.id', 'address.person_id')
  .leftJoin('identity.account as account', (join) => join.onRef('account.person_id', '=', 'person.id').on('account.kind', '=', 'person'))
  .where('address.email', '=', email).where('address.verified_at', 'is not', null)
  .select(['person.id', 'person.first_name', 'account.state']).executeTakeFirst()

/**
 * Uses the link, once. Who opens it has the address in hand: at the first time it becomes a person's. The session is opened by the
 * route that sets the cookie, so that no secret is ever in an answer, nor kept with the idempotency keys.
 */
export const signInByLink = command({
  http: 'POST /sign-in',
  input: z.object({ token }),
  output: z.object({ personId: z.uuid(), returnTo: z.string(), named: z.boolean() }),
  on: (context: Context, input) => linkOf(context, input.token).where('link.purpose', '=', 'sign-in').forUpdate('link').executeTakeFirst(),
  allow: anyone,
  when: (link, _, { now }) => {
    const state = stateOf(link, now)
    return state === 'good' ? undefined : `identity.link-${state}`
  },
  run: async (context: Context, _, link) => {
    const { db, now, record } = context
    // Two links for one new address, opened at once, make one person.
    await sql`select pg_advisory_xact_lock(hashtextextended(${link.email}, 0))`.execute(db)
    await db.updateTable('identity.sign_in_link').set({ used_at: now }).where('id', '=', link.id).execute()
    const invited = await personOf(context, link.email) ? undefined : await acceptInvitation(context, link.email)
    if (invited) await record(personJoined, { personId: invited })
    const known = await personOf(context, link.email)
    if (known && known.state !== 'active') throw new Refusal('identity.account-suspended', {}, 403)
    if (known) return { personId: known.id, returnTo: link.return_to, named: known.first_name !== null }
    await checkSignUp(context)
    const personId = await createPerson(context, { email: link.email })
    await record(personJoined, { personId })
    return { personId, returnTo: link.return_to, named: false }
  },
})
