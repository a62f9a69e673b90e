import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Puts a conversation away, for oneself; it comes back by itself when somebody writes in it. Or takes it back. */
export const archiveConversation = command({
  http: 'POST /conversations/:conversationId/archiving',
  input: z.object({ conversationId: z.uuid(), archived: z.boolean() }),
  output: z.void(),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).forNoKeyUpdate('mine').executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { conversationId, archived }, { last_seq: last }) => {
    await context.db.updateTable('messaging.participant').set({ archived_seq: archived ? last : null, ...archived && { read_seq: last } })
      .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).execute()
  },
})
