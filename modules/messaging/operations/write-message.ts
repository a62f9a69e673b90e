import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { body } from '../limits.ts'
import { me, messagesSeenBy, type Context } from '../policy.ts'
import { append, lockedConversation } from '../writing.ts'

const isThere = (context: Context, conversationId: string, messageId: string) => messagesSeenBy(context).select('message.id')
  .where('message.conversation_id', '=', conversationId).where('message.id', '=', messageId).executeTakeFirst()

/**
 * Writes in a conversation of one's own: sends, to answer one message when it says which, or keeps as a draft that only they see until they
 * send it.
 */
export const writeMessage = command({
  http: 'POST /conversations/:conversationId/messages',
  input: z.object({ conversationId: z.uuid(), body, answersId: z.uuid().optional(), as: z.enum(['message', 'draft']).optional() }),
  /** None for a draft. */
  output: z.object({ messageId: z.uuid().nullable() }),
  on: (context: Context, { conversationId }) => lockedConversation(context, conversationId),
  allow: signedIn,
  when: ({ closed }) => closed,
  run: async (context: Context, input, conversation) => {
    if (input.as !== 'draft') {
      if (input.answersId && !await isThere(context, input.conversationId, input.answersId)) throw new Refusal('messaging.not-there')
      return { messageId: await append(context, conversation, { body: input.body, answers_id: input.answersId }) }
    }
    await context.db.insertInto('messaging.draft')
      .values({ conversation_id: conversation.id, person_id: me(context), body: input.body, at: context.now })
      .onConflict((one) => one.columns(['conversation_id', 'person_id']).doUpdateSet({ body: input.body, at: context.now })).execute()
    return { messageId: null }
  },
})
