import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { messageReactedTo } from '../events.ts'
import { me, messagesSeenBy, type Context } from '../policy.ts'
import { offered } from '../reactions-offered.ts'
import { closedBecause } from '../writing.ts'

/** Puts a sign on a message, or takes it away again. Announcements, which are not answered, may have some too. */
export const reactToMessage = command({
  http: 'POST /messages/:messageId/reactions',
  input: z.object({ messageId: z.uuid(), code: z.enum(offered) }),
  output: z.object({ isThere: z.boolean() }),
  on: async (context: Context, { messageId }) => {
    const row = await messagesSeenBy(context).innerJoin('messaging.conversation as conversation', 'conversation.id',
      'message.conversation_id')
      .select(['conversation.id', 'conversation.kind', 'conversation.is_announcements', 'conversation.group_id', 'message.body'])
      .where('message.id', '=', messageId).executeTakeFirst()
    return row && { ...row, closed: await closedBecause(context, row) }
  },
  allow: signedIn,
  when: ({ body, closed }) => body === '' ? 'messaging.deleted' : closed === 'messaging.no-reply' ? undefined : closed,
  run: async (context: Context, { messageId, code }, { id: conversationId }) => {
    const { db, now, record } = context
    const own = { message_id: messageId, person_id: me(context), code }
    const { numDeletedRows: taken } = await db.deleteFrom('messaging.reaction').where('message_id', '=', messageId)
      .where('person_id', '=', own.person_id).where('code', '=', code).executeTakeFirstOrThrow()
    if (taken === 0n) await db.insertInto('messaging.reaction').values({ ...own, at: now }).onConflict((one) => one.doNothing()).execute()
    await record(messageReactedTo, { conversationId, messageId, personId: own.person_id })
    return { isThere: taken === 0n }
  },
})
