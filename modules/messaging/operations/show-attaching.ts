import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { limits } from '#modules/files/api.ts'
import { isHeld } from '#modules/switches/api.ts'
import { ATTACHMENTS, MOST_FILES } from '../attaching.ts'
import { conversationSeenBy, me, type Context } from '../policy.ts'
import { titleOf } from '../title.ts'
import { closedBecause } from '../writing.ts'
import { writeMessage } from './write-message.ts'

// That one is signed in is all that it asks of rights.
const can: Record<'writeMessage', Operation> = { writeMessage }

/** Before one adds files to what one writes in a conversation: how many, how heavy, and whether one may today. */
export const showAttaching = query({
  http: 'GET /conversations/:conversationId/attaching',
  input: z.object({ conversationId: z.uuid() }),
  output: z.object({
    id: z.uuid(), title: z.string(), closed: z.string().nullable(), draft: z.string().nullable(),
    /** Files are switched off for them: words leave without. */
    isPaused: z.boolean(), most: z.int(), maxBytes: z.int(),
  }),
  on: (context: Context, { conversationId }) => conversationSeenBy(context, conversationId).executeTakeFirst(),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context, { conversationId }, row) => {
    const draft = await context.db.selectFrom('messaging.draft').select('body').where('conversation_id', '=', conversationId)
      .where('person_id', '=', me(context)).executeTakeFirst()
    return {
      id: row.id, title: (await titleOf(context, [row])).get(row.id)!, closed: await closedBecause(context, row) ?? null,
      draft: draft?.body ?? null, isPaused: await isHeld(context, ATTACHMENTS), most: MOST_FILES, maxBytes: limits.file,
    }
  },
})
