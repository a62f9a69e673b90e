import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { showsReading } from '../read-receipts.ts'
import { chooseReadReceipts } from './choose-read-receipts.ts'

/** Whether others see what one has read. */
export const showReadReceipts = query({
  http: 'GET /me/read-receipts',
  input: z.object({}),
  output: z.object({ shown: z.boolean() }),
  allow: signedIn,
  confidential: true,
  can: { chooseReadReceipts },
  run: async (context: Context) => ({ shown: await showsReading(context) }),
})
