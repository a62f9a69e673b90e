import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { keepAcceptedTerms } from '#modules/identity/api.ts'
import { numberInForce } from '../in-force.ts'
import { versionsSeenBy, type Context } from '../policy.ts'

/**
 * Accepts a version of the terms: the one that holds, or one that will. By the person alone, in their own session: neither whoever acts in
 * their place nor a program with their token accepts for them. Twice is once.
 */
export const acceptTerms = command({
  http: 'POST /terms/:number/acceptance',
  input: z.object({ number: z.int().min(1).max(100_000) }),
  output: z.object({}),
  on: async (context: Context, { number }) => {
    const holding = await numberInForce(context)
    const row = await versionsSeenBy(context).select('one.number').where('one.number', '=', number).executeTakeFirst()
    return row && { holding }
  },
  allow: inPerson,
  when: ({ holding }, { number }, { actor }) => !actor.session ? 'terms.by-session' : number < holding ? 'terms.replaced' : undefined,
  run: async (context: Context, { number }) => {
    const { db, actor, now } = context
    await db.insertInto('terms.acceptance').values({ id: v7(), person_id: actor.id!, number, at: now })
      .onConflict((one) => one.columns(['person_id', 'number']).doNothing()).execute()
    await keepAcceptedTerms(context, actor.id!, number)
    return {}
  },
})
