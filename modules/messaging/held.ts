import type { Insertable } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { hold, switchFor } from '#modules/switches/api.ts'
import { attachFiles, fileShape, filesOf, type Files } from './attaching.ts'
import { me, type Context } from './policy.ts'
import type { MessagingHeldMessage } from './tables.gen.ts'

/** Messages, as administrators switch them off. */
export const FEATURE = 'messages'
/** As `switches` and `moderation` name one that waits. */
export const KIND = 'messaging.held-message'

/** What somebody writes: in a conversation, or to people with whom there is none yet. */
export interface Written {
  readonly body: string
  readonly conversationId?: string
  readonly answersId?: string
  readonly to?: readonly string[]
  readonly title?: string | null
  readonly isApart?: boolean
  readonly files?: Files
}
type Why = Pick<Insertable<MessagingHeldMessage>, 'held_for' | 'suspicion_id'>

/** Keeps it for its author alone. What they had kept as a draft is in it. @returns its key. */
export const keep = async (context: Context, written: Written, why: Why): Promise<string> => {
  const { db, now } = context
  const [heldId, person_id] = [v7(), me(context)]
  const { conversationId, to = [] } = written
  await db.insertInto('messaging.held_message').values({
    id: heldId, person_id, conversation_id: conversationId ?? null, answers_id: written.answersId ?? null, title: written.title || null,
    is_apart: written.isApart ?? false, body: written.body, at: now, ...why,
  }).execute()
  if (to.length > 0) await db.insertInto('messaging.held_recipient').values(to.map((id) => ({ held_id: heldId, person_id: id }))).execute()
  await attachFiles(context, { heldId }, written.files ?? {})
  if (conversationId) {
    await db.deleteFrom('messaging.draft').where('conversation_id', '=', conversationId).where('person_id', '=', person_id).execute()
  }
  return heldId
}

/** While messages are closed to the person who acts, what they write waits. @returns the key of what waits, none when it may leave. */
export const holdIfClosed = async (context: Context, written: Written): Promise<string | undefined> => {
  const off = await switchFor(context, FEATURE)
  if (!off) return undefined
  const heldId = await keep(context, written, { held_for: 'switch' })
  await hold(context, off, { kind: KIND, id: heldId })
  return heldId
}

/** What waits, as its author alone sees it. */
export const heldShape = z.object({
  id: z.uuid(), conversationId: z.uuid().nullable(), to: z.array(z.string()), body: z.string(), at: z.string(), isReturned: z.boolean(),
  heldFor: z.string(), refusal: z.string().nullable(), files: z.array(fileShape),
})

/** One's own, the first written first: those of a conversation, or all of them. */
export const heldOf = async (context: Context, conversationId?: string): Promise<z.output<typeof heldShape>[]> => {
  const rows = await context.db.selectFrom('messaging.held_message as held').selectAll('held').where('held.person_id', '=', me(context))
    .$if(conversationId !== undefined, (all) => all.where('held.conversation_id', '=', conversationId!))
    .orderBy('held.id').limit(100).execute()
  const recipients = rows.length === 0 ? [] : await context.db.selectFrom('messaging.held_recipient as one')
    .innerJoin('identity.card as card', 'card.id', 'one.person_id').select(['one.held_id', 'card.name'])
    .where('one.held_id', 'in', rows.map(({ id }) => id)).orderBy('card.name').execute()
  const names = Map.groupBy(recipients, (one) => one.held_id)
  const files = await filesOf(context, 'held_id', rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id, conversationId: row.conversation_id, to: (names.get(row.id) ?? []).flatMap(({ name }) => name ?? []), body: row.body,
    at: row.at, isReturned: row.state === 'returned', heldFor: row.held_for, refusal: row.refusal,
    files: files.get(row.id) ?? [],
  }))
}

/** One of them, held until the commit. */
export const lockedHeld = ({ db, actor }: Context, heldId: string) => db.selectFrom('messaging.held_message').selectAll()
  .where('id', '=', heldId).where('person_id', '=', actor.id ?? null).forUpdate().executeTakeFirst()
