import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { releaseSubject } from '#modules/switches/api.ts'
import { dropFiles } from '../attaching.ts'
import { KIND, lockedHeld } from '../held.ts'
import type { Context } from '../policy.ts'

/** Throws away what was given back, or waits. */
export const discardHeldMessage = command({
  http: 'DELETE /held-messages/:heldId',
  input: z.object({ heldId: z.uuid() }),
  output: z.object({ conversationId: z.uuid().nullable() }),
  on: (context: Context, { heldId }) => lockedHeld(context, heldId),
  allow: signedIn,
  run: async (context: Context, { heldId }, held) => {
    await dropFiles(context, { heldId })
    await context.db.deleteFrom('messaging.held_message').where('id', '=', heldId).execute()
    await releaseSubject(context, KIND, heldId)
    return { conversationId: held.conversation_id }
  },
})
