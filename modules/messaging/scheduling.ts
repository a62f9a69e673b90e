import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { messageScheduled } from './events.ts'
import { FARTHEST, MOST_SCHEDULED } from './limits.ts'
import { me, type Context } from './policy.ts'

const DAY = 24 * 60 * 60_000

/**
 * The instant of a day and an hour of the person who acts, in their time zone. @throws Refusal `messaging.when` when one of them is
 * missing,
 * `messaging.past`, `messaging.too-far`.
 */
export const dueAt = async ({ db, actor, now }: Context, day: string | null | undefined, time: string | undefined): Promise<string> => {
  if (!day || !time) throw new Refusal('messaging.when', {}, 422)
  const { rows: [row] } = await sql<{ due: string }>`select (${day}::date + ${time}::time) at time zone ${actor.timeZone} as due`
    .execute(db)
  const left = Date.parse(row!.due) - Date.parse(now)
  if (left <= 0) throw new Refusal('messaging.past', {}, 422)
  if (left > FARTHEST * DAY) throw new Refusal('messaging.too-far', {}, 422)
  return row!.due
}

interface Later { readonly conversationId: string; readonly body: string; readonly answersId?: string; readonly due: string }

/** Keeps what somebody wrote for later; their draft is in it. The worker sends it at its time, with the rights of that time. */
export const schedule = async (context: Context, { conversationId, body, answersId, due }: Later): Promise<string> => {
  const { db, now, record } = context
  const [id, person_id] = [v7(), me(context)]
  const { count } = await db.selectFrom('messaging.scheduled').select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', person_id).executeTakeFirstOrThrow()
  if (Number(count) >= MOST_SCHEDULED) throw new Refusal('messaging.too-many-scheduled', { most: MOST_SCHEDULED })
  await db.insertInto('messaging.scheduled').values({
    id, conversation_id: conversationId, person_id, body, answers_id: answersId ?? null, due_at: due, created_at: now,
  }).execute()
  await db.deleteFrom('messaging.draft').where('conversation_id', '=', conversationId).where('person_id', '=', person_id).execute()
  await record(messageScheduled, { conversationId, scheduledId: id })
  return id
}

/** What waits for its time, as its author alone sees it: `day` and `time` are theirs. */
export const scheduledShape = z.object({ id: z.uuid(), body: z.string(), dueAt: z.string(), day: z.string(), time: z.string() })

/** One's own in a conversation, the first to leave first. */
export const scheduledIn = async (context: Context, conversationId: string): Promise<z.output<typeof scheduledShape>[]> => {
  const { timeZone } = context.actor
  return context.db.selectFrom('messaging.scheduled').select(['id', 'body', 'due_at as dueAt',
    sql<string>`to_char(due_at at time zone ${timeZone}, 'YYYY-MM-DD')`.as('day'),
    sql<string>`to_char(due_at at time zone ${timeZone}, 'HH24:MI')`.as('time')])
    .where('conversation_id', '=', conversationId).where('person_id', '=', me(context)).orderBy('due_at').orderBy('id').execute()
}

/** One of them, held until the commit. */
export const lockedScheduled = (context: Context, scheduledId: string) => context.db.selectFrom('messaging.scheduled').selectAll()
  .where('id', '=', scheduledId).where('person_id', '=', me(context)).forUpdate().executeTakeFirst()
