import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { hold, switchFor } from '#modules/switches/api.ts'
import { FEATURE, KIND, lockedHeld } from '../held.ts'
import { body } from '../limits.ts'
import type { Context } from '../policy.ts'
import { sendHeld } from '../sending.ts'
import { suspicionOf } from '../suspecting.ts'

/**
 * Sends what was given back, mended or not; it waits again while messages are still closed to its author, or when it
 * looks like spam.
 */
export const sendHeldMessage = command({
  http: 'POST /held-messages/:heldId/sending',
  input: z.object({ heldId: z.uuid(), body }),
  output: z.object({ conversationId: z.uuid().nullable(), isHeld: z.boolean() }),
  on: (context: Context, { heldId }) => lockedHeld(context, heldId),
  allow: signedIn,
  when: ({ state }) => state === 'waiting' ? 'messaging.waits' : undefined,
  run: async (context: Context, { heldId, body: text }, held) => {
    const begins = await context.db.selectFrom('messaging.held_recipient').select('person_id').where('held_id', '=', heldId).execute()
    const suspicion_id = await suspicionOf(context, text, begins.length)
    if (suspicion_id) {
      await context.db.updateTable('messaging.held_message').set({ body: text, state: 'waiting', held_for: 'signal', suspicion_id,
        refusal: null })
        .where('id', '=', heldId).execute()
      return { conversationId: held.conversation_id, isHeld: true }
    }
    const off = await switchFor(context, FEATURE)
    if (!off) return { conversationId: await sendHeld(context, { ...held, body: text }), isHeld: false }
    await context.db.updateTable('messaging.held_message').set({ body: text, state: 'waiting', held_for: 'switch', refusal: null })
      .where('id', '=', heldId).execute()
    await hold(context, off, { kind: KIND, id: heldId })
    return { conversationId: held.conversation_id, isHeld: true }
  },
})
