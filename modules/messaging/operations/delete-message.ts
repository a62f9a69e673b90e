import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { messageChanged } from '../events.ts'
import { lockedMessage } from '../mending.ts'
import type { Context } from '../policy.ts'

/** Takes away what one wrote: its words go, that there was a message stays. */
export const deleteMessage = command({
  http: 'DELETE /messages/:messageId',
  input: z.object({ messageId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { messageId }) => lockedMessage(context, messageId),
  allow: owns('author_id'),
  when: ({ deleted_at: deleted }) => deleted ? 'messaging.deleted' : undefined,
  run: async ({ db, now, record }: Context, { messageId }, message) => {
    await db.updateTable('messaging.message').set({ body: '', deleted_at: now }).where('id', '=', messageId).execute()
    await record(messageChanged, { conversationId: message.conversation_id, messageId })
  },
})
