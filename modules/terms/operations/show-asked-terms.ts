import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { dueTerms } from '../due.ts'
import { numberInForce } from '../in-force.ts'
import type { Context } from '../policy.ts'

/** What one is asked to accept today; nothing for who has accepted it. */
export const showAskedTerms = query({
  http: 'GET /terms/asked',
  input: z.object({}),
  output: z.object({
    asked: z.object({ number: z.int(), appliesFrom: z.string(), changes: z.string(), html: z.string(), isNew: z.boolean() }).nullable(),
  }),
  allow: inPerson,
  run: async (context: Context) => {
    const accepted = await context.db.selectFrom('terms.acceptance').select('number').where('person_id', '=', context.actor.id!)
      .where('number', '>=', await numberInForce(context)).executeTakeFirst()
    return { asked: accepted ? null : await dueTerms(context, context.actor) ?? null }
  },
})
