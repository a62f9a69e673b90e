import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { unsubscriptionOf } from '../unsubscription.ts'

/** Stops, without signing in, what the link of a mail stops: its kinds by mail, or every digest. Twice is once. */
export const unsubscribe = command({
  http: 'POST /unsubscriptions/:token',
  input: z.object({ token: z.string().max(100) }),
  output: z.void(),
  on: (context: Context, { token }) => unsubscriptionOf(context, token, false),
  allow: anyone,
  run: async (context: Context, { token }) => { await unsubscriptionOf(context, token, true) },
})
