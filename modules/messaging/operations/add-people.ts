import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { groupChanged } from '../events.ts'
import { comers, refuseWhileClosed, tell } from '../group-people.ts'
import { MOST_PEOPLE } from '../limits.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'

/** Brings people to a group that one is in. They read from then on, and nothing of before; a line says who brought them. */
export const addPeople = command({
  http: 'POST /conversations/:conversationId/people',
  input: z.object({ conversationId: z.uuid(), people: z.array(z.uuid()).min(1).max(MOST_PEOPLE) }),
  output: z.object({ conversationId: z.uuid(), count: z.int() }),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).forUpdate('conversation').executeTakeFirst(),
  allow: signedIn,
  when: ({ kind }) => kind === 'group' ? undefined : 'messaging.not-a-group',
  run: async (context: Context, { conversationId, people }, conversation) => {
    await refuseWhileClosed(context)
    const added = await comers(context, conversationId, people)
    if (added.length === 0) return { conversationId, count: 0 }
    const { last_seq: last } = conversation
    await context.db.insertInto('messaging.participant').values(added.map((person_id) => ({
      conversation_id: conversationId, person_id, joined_at: context.now, joined_seq: last, read_seq: last,
    }))).execute()
    await tell(context, conversation, added.map((person_id) => ({ kind: 'added', person_id })))
    await context.record(groupChanged, { conversationId, personId: me(context), added })
    return { conversationId, count: added.length }
  },
})
