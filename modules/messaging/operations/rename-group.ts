import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { groupChanged } from '../events.ts'
import { refuseWhileClosed, tell } from '../group-people.ts'
import { title } from '../limits.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Gives a group that one is in another name, for all its people; a line says who did. */
export const renameGroup = command({
  http: 'PUT /conversations/:conversationId/title',
  input: z.object({ conversationId: z.uuid(), title }),
  output: z.object({ conversationId: z.uuid() }),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).forUpdate('conversation').executeTakeFirst(),
  allow: signedIn,
  when: ({ kind }) => kind === 'group' ? undefined : 'messaging.not-a-group',
  run: async (context: Context, { conversationId, title: given }, conversation) => {
    await refuseWhileClosed(context)
    if (given !== conversation.title) {
      await context.db.updateTable('messaging.conversation').set({ title: given }).where('id', '=', conversationId).execute()
      await tell(context, conversation, [{ kind: 'renamed', title: given }])
      await context.record(groupChanged, { conversationId, personId: me(context), added: [] })
    }
    return { conversationId }
  },
})
