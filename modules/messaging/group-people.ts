import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { switchFor } from '#modules/switches/api.ts'
import { FEATURE } from './held.ts'
import { MOST_IN_GROUP } from './limits.ts'
import { me, openTo, type Context } from './policy.ts'
import type { MessagingHappening } from './tables.gen.ts'

/** While messages are closed to the person who acts, they change nothing in a conversation either; only what they write can wait. */
export const refuseWhileClosed = async (context: Context): Promise<void> => {
  if (await switchFor(context, FEATURE)) throw new Refusal('switches.off', { feature: FEATURE }, 503)
}

type Told = Partial<Pick<MessagingHappening, 'person_id' | 'title'>> & Pick<MessagingHappening, 'kind'>

/** A line among the messages, after the last one: what somebody did of the group. */
export const tell = async (context: Context, conversation: { id: string; last_seq: number }, lines: readonly Told[]): Promise<void> => {
  await context.db.insertInto('messaging.happening').values(lines.map((line) => ({
    id: v7(), conversation_id: conversation.id, after_seq: conversation.last_seq, by_person_id: me(context), at: context.now, ...line,
  }))).execute()
}

const peopleThere = (context: Context, conversationId: string) => context.db.selectFrom('messaging.participant')
  .select(['person_id', 'left_at']).where('conversation_id', '=', conversationId).execute()

/**
 * Those among these people who may come to a group: whom one may reach, whom nobody there blocks and who block nobody there, and who are
 * not
 * in it yet. Whoever left it by themselves is not brought back.
 * @throws Refusal `messaging.not-reachable` (which does not say why), `messaging.has-left`, `messaging.group-full`.
 */
export const comers = async (context: Context, conversationId: string, people: readonly string[]): Promise<string[]> => {
  const there = await peopleThere(context, conversationId)
  const known = new Map(there.map((one) => [one.person_id, one.left_at]))
  const fresh = [...new Set(people)].toSorted().filter((id) => known.get(id) !== null)
  if (fresh.some((id) => known.has(id))) throw new Refusal('messaging.has-left')
  const open = await openTo(context, fresh)
  const { rows: apart } = await sql`select from messaging.kept_apart(${fresh}::uuid[], ${conversationId}::uuid)`.execute(context.db)
  if (apart.length > 0 || fresh.some((id) => !open.has(id))) throw new Refusal('messaging.not-reachable')
  if (there.filter((one) => one.left_at === null).length + fresh.length > MOST_IN_GROUP) throw new Refusal('messaging.group-full')
  return fresh
}
