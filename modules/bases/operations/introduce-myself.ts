import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { introduce } from '#modules/identity/api.ts'
import { passStep } from '../preferences.ts'
import type { Context } from '../policy.ts'

/** First step of the welcome: what one does, and whether others may see one's profile. */
export const introduceMyself = command({
  http: 'PUT /my/introduction',
  input: z.object({ title: z.string().trim().max(120).default(''), isPublic: z.boolean() }),
  output: z.null(),
  allow: signedIn,
  run: async (context: Context, input) => {
    await introduce(context, input)
    await passStep(context, 1)
    return null
  },
})
