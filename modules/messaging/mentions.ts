import { sql } from 'kysely'
import { z } from 'zod'
import { peopleMentioned } from './events.ts'
import { me, type Context } from './policy.ts'

/** People named in one message at most: whoever would name a whole group writes to it. */
const MOST = 20

/** A person who may be named there. */
export interface Named { readonly id: string; readonly name: string }
/** Where a text names somebody, `@` included, in UTF-16 units. */
export interface Mention { readonly starts: number; readonly length: number; readonly personId: string }
export const mention = z.object({ starts: z.int(), length: z.int(), isMe: z.boolean() })

const letters = new Intl.Collator('fr', { sensitivity: 'base' })
const IN_WORD = /[\p{L}\p{N}_]/u

/** The people whose whole name stands there, whatever its accents and capitals; only the longest one. */
const namedAt = (text: string, from: number, people: readonly Named[]): Named[] => {
  const fitting = people.filter(({ name }) => letters.compare(text.slice(from, from + name.length), name) === 0
    && !IN_WORD.test(text[from + name.length] ?? ''))
  const longest = Math.max(0, ...fitting.map(({ name }) => name.length))
  return fitting.filter(({ name }) => name.length === longest)
}

/**
 * Where a text names people: `@Prénom Nom`, once it can be one person alone. `chosen` are those whom its author picked in a list, which
 * settles between two who have the same name; whoever it does not name is not there.
 */
export const mentionsIn = (text: string, people: readonly Named[], chosen: readonly string[] = []): Mention[] =>
  [...text.matchAll(/@/g)].flatMap(({ index }) => {
    if (IN_WORD.test(text[index - 1] ?? '')) return []
    const found = namedAt(text, index + 1, people)
    const one = found.length === 1 ? found[0] : found.find(({ id }) => chosen.includes(id))
    return one ? [{ starts: index, length: one.name.length + 1, personId: one.id }] : []
  }).slice(0, MOST)

/** People of the conversation whose names stand behind an `@` in this text. */
const peopleNamed = async (context: Context, conversationId: string, text: string): Promise<Named[]> => {
  if (!text.includes('@')) return []
  return context.db.selectFrom('messaging.participant as one').innerJoin('identity.card as card', 'card.id', 'one.person_id')
    .select(['card.id', 'card.name']).where('one.conversation_id', '=', conversationId).where('one.left_at', 'is', null)
    .where('one.person_id', '<>', me(context)).where('card.name', 'is not', null)
    .where(sql<boolean>`strpos(messaging.folded(${text}), '@' || messaging.folded(card.name)) > 0`).$narrowType<Named>().execute()
}

/** Keeps whom a message names, in place of whom it named before it was mended; they are told. */
export const keepMentions = async (
  context: Context, { id, conversationId, body,
    chosen = [] }: { id: string; conversationId: string; body: string; chosen?: readonly string[] },
): Promise<void> => {
  const found = mentionsIn(body, await peopleNamed(context, conversationId, body), chosen)
  if (found.length === 0) return
  await context.db.insertInto('messaging.mention').values(found.map(({ starts, length, personId }) =>
    ({ message_id: id, starts, length, person_id: personId }))).execute()
  await context.record(peopleMentioned, { conversationId, messageId: id })
}

export const forgetMentions = async ({ db }: Context, messageId: string): Promise<void> => {
  await db.deleteFrom('messaging.mention').where('message_id', '=', messageId).execute()
}

/** Whom these messages name, by message. */
export const mentionsOf = async (context: Context, messageIds: readonly string[]): Promise<ReadonlyMap<string,
  z.output<typeof mention>[]>> => {
  if (messageIds.length === 0) return new Map()
  const rows = await context.db.selectFrom('messaging.mention').select(['message_id', 'starts', 'length', 'person_id'])
    .where('message_id', 'in', [...messageIds]).orderBy('starts').execute()
  return new Map([...Map.groupBy(rows, (row) => row.message_id)].map(([id, found]) =>
    [id, found.map(({ starts, length, person_id: personId }) => ({ starts, length, isMe: personId === me(context) }))]))
}
