import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'

/** Lets others see what one has read, or refuses it: one then sees of nobody what they have read. At once, for what was read before too. */
export const chooseReadReceipts = command({
  http: 'PUT /me/read-receipts',
  input: z.object({ shown: z.boolean() }),
  output: z.void(),
  allow: signedIn,
  run: async (context: Context, { shown }) => {
    const chosen = { shows_reading: shown, at: context.now }
    await context.db.insertInto('messaging.preference').values({ person_id: me(context), ...chosen })
      .onConflict((one) => one.column('person_id').doUpdateSet(chosen)).execute()
  },
})
