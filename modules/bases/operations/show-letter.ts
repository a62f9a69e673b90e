import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { letterOf, monthOf } from '../letter/letter.ts'
import { preferenceOf } from '../preferences.ts'
import type { Context } from '../policy.ts'
import { chooseLetter } from './choose-letter.ts'

const line = z.object({ title: z.string(), slug: z.string(), whyKind: z.enum(['base', 'person']), why: z.string() })

/** One's letter of the month as it would leave now, whether one agreed to it or not. `leavesOn` is the day on which it does. */
export const showLetter = query({
  http: 'GET /my/letter',
  input: z.object({}),
  output: z.object({
    month: z.string(), count: z.int(), lines: z.array(line), agreedAt: z.string().nullable(), leavesOn: z.string(),
  }),
  allow: signedIn,
  can: { chooseLetter },
  run: async (context: Context) => {
    const month = monthOf(context.now)
    const [content, { letterAgreedAt }] = await Promise.all([letterOf(context, context.actor.id!, month), preferenceOf(context, context.actor.id)])
    return { ...content, agreedAt: letterAgreedAt, leavesOn: monthOf(context.now, 1) }
  },
})
