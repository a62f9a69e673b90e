import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { everythingHeld, holdersAmong } from '../../held.ts'
import type { Context } from '../../policy.ts'
import { rightsOf } from '../../rights.ts'
import { accessSettings } from '../../settings.ts'
import { holders, operationName } from '../../shapes.ts'

const MOST = 200

/** Who may do this: people whose roles open it today, on the platform or somewhere; the first of them by name when they are many. */
export const showOperationHolders = query({
  http: 'GET /back-office/rights/operations/:operation',
  input: z.object({ operation: operationName }),
  output: holders.extend({ operation: z.string(), says: z.string(), total: z.int() }),
  on: async (_: Context, { operation }) => rightsOf(accessSettings().modules).find(({ name }) => name === operation),
  allow: holds('administrator'),
  run: async (context: Context, { operation }, right) => {
    const held = Map.groupBy(await everythingHeld(context, accessSettings().modules), ({ person_id }) => person_id)
    const found = holdersAmong(right, [...held].map(([id, grants]) => ({ id, name: null, grants })))
    const cards = found.people.length === 0 ? [] : await context.db.selectFrom('identity.card').select(['id', 'name'])
      .where('is_erased', '=', false)
      .where('id', 'in', found.people.map(({ id }) => id)).orderBy('name').limit(MOST).execute()
    const byId = new Map(found.people.map((one) => [one.id, one]))
    return {
      ...found, operation, says: right.allow.says, total: found.people.length,
        people: cards.map(({ id, name }) => ({ ...byId.get(id)!, name })),
    }
  },
})
