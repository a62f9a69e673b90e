import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { conversationsSeenBy, me, type Context } from '../policy.ts'

/** Wants no message of this person any more: they are told that they cannot write, not by whom. Of somebody with whom one speaks. */
export const blockPerson = command({
  http: 'POST /me/blocked-people',
  input: z.object({ personId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { personId }) => conversationsSeenBy(context)
    .innerJoin('messaging.participant as theirs', 'theirs.conversation_id', 'conversation.id').where('theirs.person_id', '=', personId)
    .select('theirs.person_id').limit(1).executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, { personId }) => {
    if (personId === me(context)) throw new Refusal('messaging.oneself')
    await context.db.insertInto('messaging.block').values({ person_id: me(context), blocked_person_id: personId, at: context.now })
      .onConflict((one) => one.doNothing()).execute()
  },
})
