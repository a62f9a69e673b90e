import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable } from '#modules/moderation/api.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { dropFiles } from './attaching.ts'
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
export const takeAway = job({
  name: 'messaging.take-away', payload: z.object({ messageId: z.uuid() }),
  run: (context: JobContext<Tables>, { messageId }) => context.transaction(async (batch: WorkerContext<Tables>) => {
    const { db, now, record } = batch
    await dropFiles(batch, { messageId })
    const row = await db.updateTable('messaging.message').set({ body: '', deleted_at: now })
      .where('id', '=', messageId).where('deleted_at', 'is', null).returning('conversation_id').executeTakeFirst()
    if (row) await record(messageChanged, { conversationId: row.conversation_id, messageId })
    return { messages: row ? 1 : 0 }
  }),
})

export const followDecision = reaction({
  name: 'messaging.follow-decision', to: contentDecided,
  run: async ({ enqueue }: WorkerContext, { kind: what, targetId, decision, decisionId }) => {
    if (what !== kind || (decision !== 'hide' && decision !== 'delete')) return
    await enqueue(takeAway, { messageId: targetId }, { key: `message-taken-away:${decisionId}` })
  },
})
