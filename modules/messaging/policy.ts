import { sql } from 'kysely'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import { roles, type OrganisationCard, type OrganisationHolding } from '#modules/organisations/api.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & {
  'identity.card': IdentityCard; 'organisations.card': OrganisationCard; 'organisations.holding': OrganisationHolding
  'files.card': { id: string; name: string; mime: string; size: number; width: number | null; height: number | null }
}
export type Context = KernelContext<Tables>

/** The person who acts; a visitor is asked to sign in. */
export const me = ({ actor }: KernelContext): string => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return actor.id
}

/** Those who work in an organisation: all its people may write to them, and they to all. */
export const agentRoles = roles.filter((role) => role !== 'student' && role !== 'member')

/** Of a group: who speaks to all of it. */
export const speaksTo = belongsTo('group', 'group_id', ...agentRoles)

/**
 * The people to whom one may write first: those of one's organisations where one of the two works, and those of one's own groups. Answering
 * is more: whoever wrote may be answered. README has the table.
 */
export const reachable = (context: Context) => {
  const { db } = context
  return db.selectFrom('organisations.holding as mine')
    .innerJoin('organisations.holding as theirs', 'theirs.organisation_id', 'mine.organisation_id')
    .where('mine.person_id', '=', me(context)).whereRef('theirs.person_id', '<>', 'mine.person_id')
    .where((eb) => eb.or([
      eb('mine.role', 'in', agentRoles), eb('theirs.role', 'in', agentRoles), eb('mine.group_id', '=', eb.ref('theirs.group_id')),
    ]))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('identity.card as card').select('card.id').whereRef('card.id', '=', 'theirs.person_id')
      .where('card.is_erased', '=', true))))
}

/** Those among these people to whom one may write first and who want it. */
export const openTo = async (context: Context, people: readonly string[]): Promise<Set<string>> => {
  if (people.length === 0) return new Set()
  const rows = await reachable(context).select('theirs.person_id').distinct().where('theirs.person_id', 'in', [...people]).execute()
  const closed = await closedToMe(context, people)
  return new Set(rows.map((row) => row.person_id).filter((id) => !closed.has(id)))
}

/** Those among these people who want no message of the person who acts. */
export const closedToMe = async ({ db }: Context, people: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`select id from messaging.closed_to_me(${people}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** One's conversations: every read starts here. Row policies leave out channels of groups that one has left. */
export const conversationsSeenBy = (context: Context) => context.db.selectFrom('messaging.participant as mine')
  .innerJoin('messaging.conversation as conversation', 'conversation.id', 'mine.conversation_id')
  .where('mine.person_id', '=', me(context)).where('mine.left_at', 'is', null)

/** One of them, with what one has read of it. */
export const conversationSeenBy = (context: Context, id: string) => conversationsSeenBy(context).where('conversation.id', '=', id)
  .selectAll('conversation').select(['mine.read_seq', 'mine.archived_seq', 'mine.joined_seq'])

/** Messages that one reads: those of one's conversations, from one's arrival on. */
export const messagesSeenBy = (context: Context) => context.db.selectFrom('messaging.message as message')
  .innerJoin('messaging.participant as mine', 'mine.conversation_id', 'message.conversation_id')
  .where('mine.person_id', '=', me(context)).where('mine.left_at', 'is', null).whereRef('message.seq', '>', 'mine.joined_seq')

/** How many conversations have something that a person has not read, 100 at most: one statement, outside of any transaction. */
export const unreadConversations = async ({ db }: Pick<KernelContext, 'db'>, personId: string): Promise<number> => {
  const { rows: [row] } = await sql<{ unread: number }>`select messaging.unread(${personId}::uuid) as unread`.execute(db)
  return row?.unread ?? 0
}
