import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import type { OwnContext } from '../policy.ts'
import { setSearchConsent } from './set-search-consent.ts'

/** The latest that are shown: enough to see what is kept. */
const MOST = 50

/** Whether one's searches are kept with one's name, since when, and which are. */
export const showSearchConsent = query({
  http: 'GET /me/search-consent',
  input: z.object({}),
  output: z.object({
    agreedAt: z.string().nullable(),
    searches: z.array(z.object({ id: z.uuid(), at: z.string(), words: z.string(), total: z.int() })),
  }),
  allow: inPerson,
  can: { setSearchConsent },
  run: async ({ db, actor }: OwnContext) => {
    const consent = await db.selectFrom('search.consent').select('agreed_at').where('person_id', '=', actor.id!).executeTakeFirst()
    const searches = await db.selectFrom('search.asked').select(['id', 'at', 'words', 'total']).where('person_id', '=', actor.id!)
      .orderBy('at', 'desc').orderBy('id', 'desc').limit(MOST).execute()
    return { agreedAt: consent?.agreed_at ?? null, searches }
  },
})
