import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { signal } from '../signal.ts'
import { PRESENCE_SET } from '../topics.ts'

/** Agrees, or no longer, to show that one is there. Taken back, it is seen by nobody from then on. */
export const setPresence = command({
  http: 'PUT /me/presence',
  input: z.object({ agreed: z.boolean() }),
  output: z.object({}),
  allow: inPerson,
  run: async (context: Context, { agreed }) => {
    const { db, now } = context
    const person_id = me(context)
    if (agreed) {
      await db.insertInto('live.agreement').values({ person_id, agreed_at: now }).onConflict((one) => one.doNothing()).execute()
    } else {
      await db.deleteFrom('live.agreement').where('person_id', '=', person_id).execute()
    }
    // One's other pages say the same.
    await signal(context, { to: [person_id], topic: PRESENCE_SET })
    return {}
  },
})
