import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'

/** Throws away what one had not sent. */
export const discardDraft = command({
  http: 'DELETE /conversations/:conversationId/draft',
  input: z.object({ conversationId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { conversationId }) => context.db.selectFrom('messaging.draft').select('at')
    .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).forUpdate().executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { conversationId }) => {
    await context.db.deleteFrom('messaging.draft').where('conversation_id', '=', conversationId)
      .where('person_id', '=', me(context)).execute()
  },
})
