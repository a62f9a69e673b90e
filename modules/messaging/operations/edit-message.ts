import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { messageChanged } from '../events.ts'
import { body } from '../limits.ts'
import { lockedMessage, notMended } from '../mending.ts'
import type { Context } from '../policy.ts'

/** Mends what one wrote, within a quarter of an hour; those who read it see that it was. */
export const editMessage = command({
  http: 'PATCH /messages/:messageId',
  input: z.object({ messageId: z.uuid(), body }),
  output: z.void(),
  on: (context: Context, { messageId }) => lockedMessage(context, messageId),
  allow: owns('author_id'),
  when: (message, _, { now }) => notMended(message, now),
  run: async ({ db, now, record }: Context, { messageId, body: text }, message) => {
    await db.updateTable('messaging.message').set({ body: text, edited_at: now }).where('id', '=', messageId).execute()
    await record(messageChanged, { conversationId: message.conversation_id, messageId })
  },
})
