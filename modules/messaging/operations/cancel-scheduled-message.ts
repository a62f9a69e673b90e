import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { lockedScheduled } from '../scheduling.ts'

/** Gives up what one wrote for later: it does not leave, and its words go. */
export const cancelScheduledMessage = command({
  http: 'DELETE /scheduled-messages/:scheduledId',
  input: z.object({ scheduledId: z.uuid() }),
  output: z.object({ conversationId: z.uuid() }),
  on: (context: Context, { scheduledId }) => lockedScheduled(context, scheduledId),
  allow: signedIn,
  run: async (context: Context, { scheduledId }, { conversation_id: conversationId }) => {
    await context.db.deleteFrom('messaging.scheduled').where('id', '=', scheduledId).execute()
    return { conversationId }
  },
})
