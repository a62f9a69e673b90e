import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { messageScheduled } from '../events.ts'
import { body, time } from '../limits.ts'
import type { Context } from '../policy.ts'
import { dueAt, lockedScheduled } from '../scheduling.ts'

/** Changes what one wrote for later, or when it leaves. */
export const changeScheduledMessage = command({
  http: 'PATCH /scheduled-messages/:scheduledId',
  input: z.object({ scheduledId: z.uuid(), body, day: z.iso.date(), time }),
  output: z.object({ conversationId: z.uuid() }),
  on: (context: Context, { scheduledId }) => lockedScheduled(context, scheduledId),
  allow: signedIn,
  run: async (context: Context, { scheduledId, body: text, day, time: hour }, { conversation_id: conversationId }) => {
    const due = await dueAt(context, day, hour)
    await context.db.updateTable('messaging.scheduled').set({ body: text, due_at: due }).where('id', '=', scheduledId).execute()
    await context.record(messageScheduled, { conversationId, scheduledId })
    return { conversationId }
  },
})
