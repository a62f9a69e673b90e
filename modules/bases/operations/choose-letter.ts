import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { preferenceOf, prefer } from '../preferences.ts'
import type { Context } from '../policy.ts'

/** Agrees to the letter of the month, from now on, or asks for no more of them. Nobody receives it without having agreed. */
export const chooseLetter = command({
  http: 'PUT /my/letter',
  input: z.object({ agreed: z.boolean() }),
  output: z.object({ agreedAt: z.string().nullable() }),
  allow: signedIn,
  run: async (context: Context, { agreed }) => {
    const { letterAgreedAt } = await preferenceOf(context, context.actor.id)
    // The date of the agreement is that of the first yes, until a no.
    const agreedAt = agreed ? letterAgreedAt ?? context.now : null
    await prefer(context, context.actor.id!, { letter_agreed_at: agreedAt })
    return { agreedAt }
  },
})
