import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { groupChanged } from '../events.ts'
import { tell } from '../group-people.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Leaves a conversation of several: they read nothing of it any more. A channel is left with its group. */
export const leaveConversation = command({
  http: 'DELETE /conversations/:conversationId/participation',
  input: z.object({ conversationId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).forNoKeyUpdate('mine').executeTakeFirst(),
  allow: signedIn,
  when: ({ kind }) => kind === 'group' ? undefined : 'messaging.not-left',
  run: async (context: Context, { conversationId }, conversation) => {
    await tell(context, conversation, [{ kind: 'left' }])
    await context.record(groupChanged, { conversationId, personId: me(context), added: [] })
    await context.db.updateTable('messaging.participant').set({ left_at: context.now })
      .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).execute()
  },
})
