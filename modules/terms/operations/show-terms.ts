import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { numberInForce } from '../in-force.ts'
import { versionsSeenBy, type Context } from '../policy.ts'
import { rendered } from '../rendered.ts'

/** The terms of use, today's or those of another version; for somebody signed in, when they accepted it. */
export const showTerms = query({
  http: 'GET /terms',
  input: z.object({ number: z.int().min(1).max(100_000).optional() }),
  output: z.object({
    number: z.int(), appliesFrom: z.string(), publishedAt: z.string(), changes: z.string(), html: z.string(),
    state: z.enum(['past', 'in-force', 'coming']), acceptedAt: z.string().nullable(),
    versions: z.array(z.object({ number: z.int(), appliesFrom: z.string(), isInForce: z.boolean() })),
  }),
  on: async (context: Context, { number }) => {
    const holding = await numberInForce(context)
    const row = await versionsSeenBy(context).selectAll().where('one.number', '=', number ?? holding).executeTakeFirst()
    return row && { ...row, holding }
  },
  allow: anyone,
  run: async (context: Context, _, row) => {
    const { db, actor } = context
    const versions = await versionsSeenBy(context).select(['one.number', 'one.applies_from']).orderBy('one.number', 'desc').execute()
    const accepted = actor.id === undefined ? undefined : await db.selectFrom('terms.acceptance').select('at')
      .where('person_id', '=', actor.id).where('number', '=', row.number).executeTakeFirst()
    return {
      number: row.number!, appliesFrom: row.applies_from, publishedAt: row.published_at!, changes: row.changes, html: rendered(row.body),
      state: row.number === row.holding ? 'in-force' as const : row.number! < row.holding ? 'past' as const : 'coming' as const,
      acceptedAt: accepted?.at ?? null,
      versions: versions.map((one) => ({ number: one.number!, appliesFrom: one.applies_from, isInForce: one.number === row.holding })),
    }
  },
})
