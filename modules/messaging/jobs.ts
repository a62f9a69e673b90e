import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { syncChannels } from './channel-people.ts'
import type { Tables } from './policy.ts'

const nothing = z.object({}).loose()

/** Each night: memberships end on their last day without a fact. */
export const followGroups = job({
  name: 'messaging.follow-groups', payload: nothing, schedule: '13 1 * * *',
  run: (context: WorkerContext<Tables>) => syncChannels(context),
})

/** Each night: conversations of which nobody is left go with what was written in them. Channels stay: people may come to their group. */
export const pruneConversations = job({
  name: 'messaging.prune', payload: nothing, schedule: '37 1 * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const gone = await db.deleteFrom('messaging.conversation').where('kind', '<>', 'channel')
      .where((eb) => eb.not(eb.exists(eb.selectFrom('messaging.participant as one').select('one.person_id')
        .whereRef('one.conversation_id', '=', 'messaging.conversation.id').where('one.left_at', 'is', null)))).executeTakeFirstOrThrow()
    return { conversations: Number(gone.numDeletedRows) }
  },
})
