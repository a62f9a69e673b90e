import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { readAbout } from '#modules/notifications/api.ts'
import { conversationRead } from '../events.ts'
import { mentionKind, subjectKind } from '../notices.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Opens a conversation: what is in it is read, on all one's devices. Looking at its page alone changes nothing. */
export const openConversation = command({
  http: 'POST /conversations/:conversationId/reading',
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({ conversationId: z.uuid() }),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).forNoKeyUpdate('mine').executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { conversationId }, { read_seq: read, last_seq: last }) => {
    if (read < last) {
      await context.db.updateTable('messaging.participant').set({ read_seq: last })
        .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).execute()
      for (const kind of [subjectKind, mentionKind]) await readAbout(context, { kind, id: conversationId })
      await context.record(conversationRead, { conversationId, personId: me(context) })
    }
    return { conversationId }
  },
})
