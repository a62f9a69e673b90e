import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { groupOf, pairWith } from '../beginning.ts'
import { body, MOST_PEOPLE, title } from '../limits.ts'
import { me, openTo, type Context } from '../policy.ts'
import { append } from '../writing.ts'

/**
 * Writes to people: to one, in the conversation with them; to several, together under a title, or each apart, so that nobody learns who
 * else received it. Someone to whom one may not write and someone who does not exist are refused alike.
 */
export const startConversation = command({
  http: 'POST /conversations',
  input: z.object({
    to: z.array(z.uuid()).min(1).max(MOST_PEOPLE), title: title.or(z.literal('')).optional(), apart: z.boolean().optional(), body,
  }),
  /** None when each received it apart. */
  output: z.object({ conversationId: z.uuid().nullable(), count: z.int() }),
  allow: signedIn,
  run: async (context: Context, input) => {
    // In one order: two who write to the same people do not wait for each other in a circle.
    const to = [...new Set(input.to)].toSorted()
    if (to.includes(me(context))) throw new Refusal('messaging.oneself')
    const open = await openTo(context, to)
    if (to.some((id) => !open.has(id))) throw new Refusal('messaging.not-reachable')
    if (input.apart && to.length > 1) {
      for (const one of to) await append(context, await pairWith(context, one), { body: input.body })
      return { conversationId: null, count: to.length }
    }
    const conversation = to.length === 1 ? await pairWith(context, to[0]!) : await groupOf(context, to, input.title || null)
    await append(context, conversation, { body: input.body })
    return { conversationId: conversation.id, count: to.length }
  },
})
