import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { personCard } from '#modules/identity/api.ts'
import { theme } from '../limits.ts'
import { preferenceOf, WELCOMED } from '../preferences.ts'
import type { Context } from '../policy.ts'
import { suggestedBase, suggestedBases } from '../searching/suggestions.ts'
import { chooseInterests } from './choose-interests.ts'
import { chooseLetter } from './choose-letter.ts'
import { followBase } from './follow-base.ts'
import { introduceMyself } from './introduce-myself.ts'
import { passWelcomeStep } from './pass-welcome-step.ts'

/** What one said of oneself and of what one wants, how far one is in the welcome, and the bases that fit. */
export const showPreferences = query({
  http: 'GET /my/preferences',
  input: z.object({}),
  output: z.object({
    personId: z.uuid(), title: z.string().nullable(), isPublic: z.boolean(), themes: z.array(theme), department: z.string().nullable(), letterAgreedAt: z.string().nullable(),
    /** From 1 to 4, then 5: it is over. */
    welcomeStep: z.int().min(1).max(WELCOMED), suggested: z.array(suggestedBase), followsCount: z.int(),
  }),
  allow: signedIn,
  can: { introduceMyself, chooseInterests, chooseLetter, passWelcomeStep, followBase: { ...followBase, allow: signedIn } },
  run: async (context: Context) => {
    const id = context.actor.id!
    const preference = await preferenceOf(context, id)
    const [card, suggested, { followsCount }] = await Promise.all([
      personCard(context, id), suggestedBases(context, preference),
      context.db.selectFrom('bases.followed_base').select((eb) => eb.fn.countAll<number>().as('followsCount')).where('person_id', '=', id).executeTakeFirstOrThrow(),
    ])
    return {
      personId: id, title: card?.title ?? null, isPublic: card?.isPublic ?? false, themes: preference.themes as [], department: preference.department,
      letterAgreedAt: preference.letterAgreedAt, welcomeStep: preference.welcomeStep, suggested, followsCount,
    }
  },
})
