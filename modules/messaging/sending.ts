import type { Selectable } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import { dropFiles, filesOfHeld } from './attaching.ts'
import { groupOf, pairWith } from './beginning.ts'
import type { Written } from './held.ts'
import { me, openTo, type Context } from './policy.ts'
import type { MessagingHeldMessage } from './tables.gen.ts'
import { append, lockedConversation } from './writing.ts'

/** What is sent to people with whom there may be no conversation yet. */
export type ToPeople = Written & Required<Pick<Written, 'to'>>

/**
 * The people to whom somebody writes, once each and in one order: two who write to the same ones do not wait for each other in a circle.
 * @throws Refusal `messaging.oneself`, or `messaging.not-reachable`, alike for somebody who does not exist.
 */
export const addressed = async (context: Context, people: readonly string[]): Promise<string[]> => {
  const to = [...new Set(people)].toSorted()
  if (to.includes(me(context))) throw new Refusal('messaging.oneself')
  const open = await openTo(context, to)
  if (to.length === 0 || to.some((id) => !open.has(id))) throw new Refusal('messaging.not-reachable')
  return to
}

/**
 * Writes to people who were asked (`addressed`): to one, in the conversation with them; to several, together or each apart.
 * @returns the conversation; none when each received it apart.
 */
export const sendToPeople = async (context: Context, { to, title, isApart, body, files }: ToPeople): Promise<string | null> => {
  if (isApart && to.length > 1) {
    for (const one of to) await append(context, await pairWith(context, one), { body, files })
    return null
  }
  const conversation = to.length === 1 ? await pairWith(context, to[0]!) : await groupOf(context, to, title || null)
  await append(context, conversation, { body, files })
  return conversation.id
}

/**
 * Sends what waited, in its author's name and with today's rights, and keeps it no longer.
 * @returns its conversation, none when it left to each apart. @throws Refusal for why it is not sent.
 */
export const sendHeld = async (context: Context, held: Selectable<MessagingHeldMessage>): Promise<string | null> => {
  const { id, conversation_id: conversationId, body, answers_id, title, is_apart: isApart } = held
  const files = await filesOfHeld(context, id)
  const gone = async () => {
    await dropFiles(context, { heldId: id })
    await context.db.deleteFrom('messaging.held_message').where('id', '=', id).execute()
  }
  if (conversationId !== null) {
    const conversation = await lockedConversation(context, conversationId)
    if (!conversation) throw new Refusal('messaging.left')
    if (conversation.closed) throw new Refusal(conversation.closed)
    await append(context, conversation, { body, answers_id: answers_id ?? undefined, files })
    await gone()
    return conversationId
  }
  const people = await context.db.selectFrom('messaging.held_recipient').select('person_id').where('held_id', '=', id).execute()
  const to = await addressed(context, people.map((row) => row.person_id))
  const sent = await sendToPeople(context, { to, title, isApart, body, files })
  await gone()
  return sent
}
