import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable } from '#modules/moderation/api.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { messageChanged } from './events.ts'
import { messagesSeenBy, type Context, type Tables } from './policy.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

const kind = 'messaging.message'
/** Characters of it that moderators read. */
const EXCERPT = 300

/** Whoever reads a message may report it: the moderators then read its beginning, which was confidential until then. */
declareReportable({
  kind, label: fr.message,
  find: async (context, id) => {
    const row = await messagesSeenBy(context as Context).select(['message.body', 'message.author_id', 'message.conversation_id'])
      .where('message.id', '=', id).where('message.deleted_at', 'is', null).executeTakeFirst()
    return row && { title: row.body.slice(0, EXCERPT), href: urls.conversation(row.conversation_id), authorId: row.author_id }
  },
})

/** What moderators take away leaves its trace, as what its author takes away. */
export const followDecision = reaction({
  name: 'messaging.follow-decision', to: contentDecided,
  run: async ({ db, now, record }: WorkerContext<Tables>, { kind: what, targetId, decision }) => {
    if (what !== kind || (decision !== 'hide' && decision !== 'delete')) return
    const row = await db.updateTable('messaging.message').set({ body: '', deleted_at: now })
      .where('id', '=', targetId).where('deleted_at', 'is', null).returning('conversation_id').executeTakeFirst()
    if (row) await record(messageChanged, { conversationId: row.conversation_id, messageId: targetId })
  },
})
