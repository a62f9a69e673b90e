import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import type { OwnContext } from '../policy.ts'

/** Agrees, or no longer, that one's searches are kept with one's name. Taking it back takes the name off those kept, at once. */
export const setSearchConsent = command({
  http: 'PUT /me/search-consent',
  input: z.object({ agreed: z.boolean() }),
  output: z.object({}),
  allow: inPerson,
  run: async ({ db, actor, now }: OwnContext, { agreed }) => {
    const person_id = actor.id!
    if (agreed) {
      await db.insertInto('search.consent').values({ person_id, agreed_at: now }).onConflict((one) => one.doNothing()).execute()
    } else {
      await db.deleteFrom('search.consent').where('person_id', '=', person_id).execute()
      await db.updateTable('search.asked').set({ person_id: null }).where('person_id', '=', person_id).execute()
    }
    return {}
  },
})
