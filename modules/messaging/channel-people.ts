import { sql } from 'kysely'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { Tables } from './policy.ts'

interface Scope { conversationId?: string; organisationId?: string; personId?: string }

/**
 * Makes the people of channels those of their groups today. Who comes reads what was written before: it was said to the group. Who leaves
 * and comes back finds their place again. Who comes later has read it all, so that nothing old is new; those of a channel that has just
 * been opened have read nothing. Narrowed to one channel, or to one person in one organisation; all of them when nothing is said.
 */
export const syncChannels = async ({ db, now }: WorkerContext<Tables>, scope: Scope = {}) => {
  const [conversation, organisation, person] = [scope.conversationId ?? null, scope.organisationId ?? null, scope.personId ?? null]
  const narrowed = sql`conversation.kind = 'channel' and (${conversation}::uuid is null or conversation.id = ${conversation}::uuid)
    and (${organisation}::uuid is null or conversation.organisation_id = ${organisation}::uuid)`
  const theirs = sql`(${person}::uuid is null or person_id = ${person}::uuid)`
  await sql`insert into messaging.participant as known (conversation_id, person_id, read_seq, joined_at)
    select distinct conversation.id, held.person_id,
      case when ${conversation}::uuid is null then conversation.last_seq else 0 end, ${now}::timestamptz
    from messaging.conversation join organisations.grant as held on held.scope = 'group' and held.id = conversation.group_id
    where ${narrowed} and ${theirs}
    on conflict (conversation_id, person_id) do update set left_at = null, read_seq = excluded.read_seq
      where known.left_at is not null`.execute(db)
  await sql`update messaging.participant set left_at = ${now}::timestamptz from messaging.conversation
    where conversation.id = participant.conversation_id and participant.left_at is null and ${narrowed} and ${theirs}
      and not exists (select from organisations.grant as held
        where held.scope = 'group' and held.id = conversation.group_id and held.person_id = participant.person_id)`.execute(db)
}
