import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { passStep, WELCOME_STEPS } from '../preferences.ts'
import type { Context } from '../policy.ts'

/** Goes on to the next step of the welcome, whatever was said at this one; the last one ends it. */
export const passWelcomeStep = command({
  http: 'POST /my/welcome',
  input: z.object({ step: z.coerce.number().int().min(1).max(WELCOME_STEPS), to: z.string().max(500).optional() }),
  output: z.object({ next: z.int() }),
  allow: signedIn,
  run: async (context: Context, { step }) => {
    await passStep(context, step)
    return { next: step + 1 }
  },
})
