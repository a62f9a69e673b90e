import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { difficultyAreas } from '../enumerations.ts'
import { DAY, later } from '../limits.ts'
import type { Context } from '../policy.ts'

/** Of one person in a day: the rest is a conversation. */
const MOST_A_DAY = 5

/** What somebody thinks of the service itself, from 1 to 10. With their name only when they signed in; a visitor's is nobody's. */
export const giveSiteFeedback = command({
  http: 'POST /site-feedback',
  input: z.object({
    rating: z.int().min(1).max(10), difficultyArea: z.enum(difficultyAreas).nullable().default(null),
    text: z.string().trim().max(2000).default(''), wantsContact: z.boolean().default(false),
  }),
  output: z.null(),
  allow: anyone,
  run: async ({ db, actor, now }: Context, { rating, difficultyArea, text, wantsContact }) => {
    if (actor.id !== undefined) {
      const { count } = await db.selectFrom('bases.site_feedback').where('person_id', '=', actor.id).where('at', '>', later(now, -DAY))
        .select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      if (count >= MOST_A_DAY) throw new Refusal('bases.enough-feedback', { most: MOST_A_DAY })
    }
    await db.insertInto('bases.site_feedback').values({
      id: v7(), person_id: actor.id ?? null, rating, difficulty_area: difficultyArea, text, wants_contact: wantsContact && actor.id !== undefined, at: now,
    }).execute()
    return null
  },
})
