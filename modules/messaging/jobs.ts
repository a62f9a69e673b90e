import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { dropFiles, syncReaders } from './attaching.ts'
import { syncChannels } from './channel-people.ts'
import type { Tables } from './policy.ts'

const nothing = z.object({}).loose()

/** Each night: memberships end on their last day without a fact. */
export const followGroups = job({
  name: 'messaging.follow-groups', payload: nothing, schedule: '13 1 * * *',
  run: async (context: JobContext<Tables>) => {
    await syncChannels(context)
    // After two accounts became one too.
    return { files: await context.transaction((batch: WorkerContext<Tables>) => syncReaders(batch)) }
  },
})

/** Each night: conversations of which nobody is left go with what was written in them. Channels stay: people may come to their group. */
export const pruneConversations = job({
  name: 'messaging.prune', payload: nothing, schedule: '37 1 * * *',
  run: (context: JobContext<Tables>) => context.transaction(async (batch: WorkerContext<Tables>) => {
    const gone = await batch.db.selectFrom('messaging.conversation').select('id').where('kind', '<>', 'channel')
      .where((eb) => eb.not(eb.exists(eb.selectFrom('messaging.participant as one').select('one.person_id')
        .whereRef('one.conversation_id', '=', 'messaging.conversation.id').where('one.left_at', 'is', null)))).forUpdate().execute()
    for (const { id } of gone) {
      await dropFiles(batch, { conversationId: id })
      await batch.db.deleteFrom('messaging.conversation').where('id', '=', id).execute()
    }
    return { conversations: gone.length }
  }),
})
