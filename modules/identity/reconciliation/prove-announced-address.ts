import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { signInRequested } from '../events.ts'
import { limitSignIn } from '../limit.ts'
import type { Context } from '../policy.ts'
import { myAnnounced } from './mine.ts'

/** In milliseconds. */
const VALID = 15 * 60_000

/** Asks for a mail to the address that was announced: claimed until the mail is opened, then the person's own. */
export const proveAnnouncedAddress = command({
  http: 'POST /me/addresses/announced/:reconciliationId',
  input: z.object({ reconciliationId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { reconciliationId }) => myAnnounced(context).select('announced.expected_new_email as email')
    .where('announced.id', '=', reconciliationId).executeTakeFirst(),
  allow: inPerson,
  run: async (context: Context, _, { email }) => {
    const { db, now, actor, record } = context
    await limitSignIn(context, email)
    const claimed = await db.selectFrom('identity.address').select('id').where('person_id', '=', actor.id!).where('email', '=', email).executeTakeFirst()
    if (!claimed) await db.insertInto('identity.address').values({ id: v7(), person_id: actor.id!, email, verified_at: null, is_primary: false }).execute()
    const linkId = v7()
    await db.insertInto('identity.sign_in_link').values({
      id: linkId, email, purpose: 'prove-address', person_id: actor.id!, return_to: '/', created_at: now,
      expires_at: new Date(Date.parse(now) + VALID).toISOString(),
    }).execute()
    await record(signInRequested, { linkId })
    return {}
  },
})
