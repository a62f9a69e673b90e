import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { lastLetters } from './letters.ts'

/** Everybody's mails: the demonstration's mailbox is a shared one. */
export const listMails = query({
  http: 'GET /demonstration/mails',
  input: z.object({}),
  output: z.object({ now: z.string(),
    mails: z.array(z.object({ id: z.uuid(), receivedAt: z.string(), to: z.string(), subject: z.string() })) }),
  allow: anyone,
  run: async ({ now }: Context) => ({ now, mails: await lastLetters(50) }),
})
