import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { admitFiles, attached } from '../attaching.ts'
import { holdIfClosed } from '../held.ts'
import { body, MOST_PEOPLE, title } from '../limits.ts'
import type { Context } from '../policy.ts'
import { addressed, sendToPeople } from '../sending.ts'
import { holdIfSuspect } from '../suspecting.ts'

/**
 * Writes to people: to one, in the conversation with them; to several, together under a title, or each apart, so that nobody learns who
 * else received it. Someone to whom one may not write and someone who does not exist are refused alike.
 */
export const startConversation = command({
  http: 'POST /conversations',
  input: z.object({
    to: z.array(z.uuid()).min(1).max(MOST_PEOPLE), title: title.or(z.literal('')).optional(), apart: z.boolean().optional(), body,
    ...attached,
  }),
  /** No conversation when each received it apart, or while it waits. */
  output: z.object({ conversationId: z.uuid().nullable(), count: z.int(), isHeld: z.boolean() }),
  allow: signedIn,
  run: async (context: Context, input) => {
    const to = await addressed(context, input.to)
    const files = { fileIds: input.fileIds, alt: input.alt }
    await admitFiles(context, files)
    const written = { to, title: input.title, isApart: input.apart, body: input.body, files }
    if (await holdIfSuspect(context, written) ?? await holdIfClosed(context, written)) return { conversationId: null, count: to.length,
      isHeld: true }
    return { conversationId: await sendToPeople(context, written), count: to.length, isHeld: false }
  },
})
