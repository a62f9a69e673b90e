import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { releaseSubject } from '#modules/switches/api.ts'
import { KIND, lockedHeld } from '../held.ts'
import type { Context } from '../policy.ts'

/** Takes back what waits to be sent: a draft again, which does not leave by itself. */
export const takeBackMessage = command({
  http: 'POST /held-messages/:heldId/return',
  input: z.object({ heldId: z.uuid() }),
  output: z.object({ conversationId: z.uuid().nullable() }),
  on: (context: Context, { heldId }) => lockedHeld(context, heldId),
  allow: signedIn,
  when: ({ state }) => state === 'returned' ? 'messaging.returned-already' : undefined,
  run: async (context: Context, { heldId }, held) => {
    await context.db.updateTable('messaging.held_message').set({ state: 'returned', refusal: null }).where('id', '=', heldId).execute()
    await releaseSubject(context, KIND, heldId)
    return { conversationId: held.conversation_id }
  },
})
