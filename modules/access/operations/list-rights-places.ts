import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { placesOf, type Context } from '../policy.ts'

/** Organisations of which one is told what their people may do. */
export const listRightsPlaces = query({
  http: 'GET /me/rights-places',
  input: z.object({}),
  output: z.object({ places: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  allow: signedIn,
  run: async ({ db, actor }: Context) => {
    const ids = placesOf(actor)
    return {
      places: ids.length === 0 ? [] : await db.selectFrom('organisations.card').select(['id', 'name']).where('id', 'in', ids)
        .where('is_closed', '=', false).orderBy('name').execute(),
    }
  },
})
