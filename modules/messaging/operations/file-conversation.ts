import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { lockedFolder } from '../folders.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Puts a conversation in one of one's folders, in place of the one where it was, or in none. The others learn nothing of it. */
export const fileConversation = command({
  http: 'PUT /conversations/:conversationId/folder',
  input: z.object({ conversationId: z.uuid(), folderId: z.uuid().nullish() }),
  output: z.void(),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { conversationId, folderId }) => {
    if (!folderId) {
      await context.db.deleteFrom('messaging.filing').where('conversation_id', '=', conversationId)
        .where('person_id', '=', me(context)).execute()
      return
    }
    if (!await lockedFolder(context, folderId)) throw new Refusal('messaging.no-folder', {}, 404)
    await context.db.insertInto('messaging.filing')
      .values({ conversation_id: conversationId, person_id: me(context), folder_id: folderId })
      .onConflict((one) => one.columns(['conversation_id', 'person_id']).doUpdateSet({ folder_id: folderId })).execute()
  },
})
