import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { readsOf } from '#modules/audit/api.ts'
import { personCards } from '#modules/identity/api.ts'
import { me, type Context } from '../policy.ts'

const PAGE = 50

/** Who looked at sensitive data of oneself, the last first: by their name, and in whose place when they acted for somebody. */
export const listMyReaders = query({
  http: 'GET /me/readers',
  input: z.object({ before: z.uuid().optional() }),
  output: z.object({
    reads: z.array(z.object({
      id: z.uuid(), at: z.string(), operation: z.string(), client: z.string().nullable(), isSelf: z.boolean(),
      /** None for somebody who left since. */
      name: z.string().nullable(), actingFor: z.string().nullable(),
    })),
    /** Cursor of what is older; none at the end. */
    next: z.uuid().nullable(), now: z.string(), timeZone: z.string(),
  }),
  allow: inPerson,
  confidential: true,
  run: async (context: Context, { before }) => {
    const personId = me(context)
    const found = await readsOf(context, personId, { before, most: PAGE + 1 })
    const reads = found.slice(0, PAGE)
    const ids = reads.flatMap((one) => [one.personId, one.actingFor]).filter((id) => id !== null)
    const names = new Map((await personCards(context, ids)).map(({ id, name }) => [id, name]))
    const nameOf = (id: string | null) => id === null ? null : names.get(id) ?? null
    return {
      reads: reads.map((one) => ({
        id: one.id, at: one.at, operation: one.operation, client: one.client, isSelf: one.personId === personId,
        name: nameOf(one.personId), actingFor: nameOf(one.actingFor),
      })),
      next: found.length > PAGE ? reads.at(-1)!.id : null, now: context.now, timeZone: context.actor.timeZone,
    }
  },
})
