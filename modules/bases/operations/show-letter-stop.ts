import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { letterBy } from './stop-letter.ts'

/** Whether the letters that a secret stops are stopped already. Looking changes nothing, since programs look too. */
export const showLetterStop = query({
  http: 'GET /letters/:token',
  input: z.object({ token: z.string().max(100) }),
  output: z.object({ token: z.string(), isDone: z.boolean() }),
  on: (context: Context, { token }) => letterBy(context, token),
  allow: anyone,
  run: async (_: Context, { token }, letter) => ({ token, isDone: letter.letter_agreed_at === null }),
})
