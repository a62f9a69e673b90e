import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { dropFiles } from '../attaching.ts'
import { messageChanged } from '../events.ts'
import { lockedMessage } from '../mending.ts'
import { forgetMentions } from '../mentions.ts'
import type { Context } from '../policy.ts'

/** Takes away what one wrote: its words go, that there was a message stays. */
export const deleteMessage = command({
  http: 'DELETE /messages/:messageId',
  input: z.object({ messageId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { messageId }) => lockedMessage(context, messageId),
  allow: owns('author_id'),
  when: ({ deleted_at: deleted }) => deleted ? 'messaging.deleted' : undefined,
  run: async (context: Context, { messageId }, message) => {
    const { db, now, record } = context
    await db.updateTable('messaging.message').set({ body: '', deleted_at: now }).where('id', '=', messageId).execute()
    await forgetMentions(context, messageId)
    await dropFiles(context, { messageId })
    await record(messageChanged, { conversationId: message.conversation_id, messageId })
  },
})
