import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { messageChanged } from '../events.ts'
import { body } from '../limits.ts'
import { lockedMessage, notMended } from '../mending.ts'
import { forgetMentions, keepMentions } from '../mentions.ts'
import type { Context } from '../policy.ts'

/** Mends what one wrote, within a quarter of an hour; those who read it see that it was. */
export const editMessage = command({
  http: 'PATCH /messages/:messageId',
  input: z.object({ messageId: z.uuid(), body }),
  output: z.void(),
  on: (context: Context, { messageId }) => lockedMessage(context, messageId),
  allow: owns('author_id'),
  when: (message, _, { now }) => notMended(message, now),
  run: async (context: Context, { messageId, body: text }, message) => {
    const { db, now, record } = context
    await db.updateTable('messaging.message').set({ body: text, edited_at: now }).where('id', '=', messageId).execute()
    await forgetMentions(context, messageId)
    await keepMentions(context, { id: messageId, conversationId: message.conversation_id, body: text })
    await record(messageChanged, { conversationId: message.conversation_id, messageId })
  },
})
