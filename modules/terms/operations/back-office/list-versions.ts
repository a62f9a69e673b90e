import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { numberInForce } from '../../in-force.ts'
import { draftOf, versionsSeenBy, type Context } from '../../policy.ts'

/** Every version of the terms, the newest first, with how many people accepted it; and whether another is being written. */
export const listVersions = query({
  http: 'GET /back-office/terms',
  input: z.object({}),
  output: z.object({
    hasDraft: z.boolean(),
    versions: z.array(z.object({
      number: z.int(), appliesFrom: z.string(), publishedAt: z.string(), changes: z.string(), accepted: z.int(), isInForce: z.boolean(),
    })),
  }),
  allow: holds('administrator'),
  run: async (context: Context) => {
    const holding = await numberInForce(context)
    const rows = await versionsSeenBy(context).selectAll('one')
      .select((eb) => eb.selectFrom('terms.acceptance as accepted').whereRef('accepted.number', '=', 'one.number')
        .select(({ fn }) => fn.countAll<number>().as('count')).as('accepted'))
      .orderBy('one.number', 'desc').execute()
    return {
      hasDraft: await draftOf(context).select('one.id').executeTakeFirst() !== undefined,
      versions: rows.map((row) => ({
        number: row.number!, appliesFrom: row.applies_from, publishedAt: row.published_at!, changes: row.changes,
        accepted: Number(row.accepted), isInForce: row.number === holding,
      })),
    }
  },
})
