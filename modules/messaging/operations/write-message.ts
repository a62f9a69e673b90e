import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { admitFiles, attached } from '../attaching.ts'
import { holdIfClosed } from '../held.ts'
import { body, MOST_PEOPLE, time } from '../limits.ts'
import { me, messagesSeenBy, type Context } from '../policy.ts'
import { dueAt, schedule } from '../scheduling.ts'
import { holdIfSuspect } from '../suspecting.ts'
import { append, lockedConversation } from '../writing.ts'

const isThere = (context: Context, conversationId: string, messageId: string) => messagesSeenBy(context).select('message.id')
  .where('message.conversation_id', '=', conversationId).where('message.id', '=', messageId).executeTakeFirst()

/**
 * Writes in a conversation of one's own: sends, to answer one message when it says which; keeps as a draft that only they see until they
 * send it; or keeps for later, a day and an hour of theirs.
 */
export const writeMessage = command({
  http: 'POST /conversations/:conversationId/messages',
  input: z.object({
    conversationId: z.uuid(), body, answersId: z.uuid().optional(), as: z.enum(['message', 'draft', 'later']).optional(),
    day: z.iso.date().optional(), time: time.or(z.literal('')).optional(),
    /** People whom it names, picked in a list: between two who have the same name. */
    mentions: z.array(z.uuid()).max(MOST_PEOPLE).optional(),
    ...attached,
  }),
  /** None for a draft, for later, and while it waits. */
  output: z.object({ messageId: z.uuid().nullable(), isHeld: z.boolean() }),
  on: (context: Context, { conversationId }) => lockedConversation(context, conversationId),
  allow: signedIn,
  when: ({ closed }) => closed,
  run: async (context: Context, input, conversation) => {
    const files = { fileIds: input.fileIds, alt: input.alt }
    await admitFiles(context, files)
    // Whoever said a day and then pressed the other button did not mean now.
    const as = input.as ?? (input.day ? 'later' : 'message')
    if (files.fileIds?.length && as !== 'message') throw new Refusal('messaging.files-now')
    if (as !== 'draft') {
      if (input.answersId && !await isThere(context, input.conversationId, input.answersId)) throw new Refusal('messaging.not-there')
      if (as === 'later') {
        await schedule(context, { ...input, due: await dueAt(context, input.day, input.time) })
        return { messageId: null, isHeld: false }
      }
      const written = { ...input, files }
      if (await holdIfSuspect(context, written) ?? await holdIfClosed(context, written)) return { messageId: null, isHeld: true }
      const said = { body: input.body, answers_id: input.answersId, mentions: input.mentions, files }
      return { messageId: await append(context, conversation, said), isHeld: false }
    }
    await context.db.insertInto('messaging.draft')
      .values({ conversation_id: conversation.id, person_id: me(context), body: input.body, at: context.now })
      .onConflict((one) => one.columns(['conversation_id', 'person_id']).doUpdateSet({ body: input.body, at: context.now })).execute()
    return { messageId: null, isHeld: false }
  },
})
