import { sql } from 'kysely'
import { z } from 'zod'
import { me, speaksTo, type Context } from './policy.ts'
import type { Place } from './writing.ts'

/** Who has read up to there: some names where people know each other, else how many. */
export const readBy = z.object({ names: z.array(z.string().nullable()), count: z.int() })
type ReadBy = z.output<typeof readBy>

/** People named under a message; the others are counted. */
const NAMED = 5

interface Shown { readonly seq: number; readonly author_id: string | null }
interface Reader { person_id: string; read_seq: number; name: string | null }

/** The last message of others that somebody who read up to `readSeq` has read. */
const lastRead = (messages: readonly Shown[], reader: Reader) =>
  messages.findLast(({ seq, author_id: author }) => seq <= reader.read_seq && author !== reader.person_id)?.seq

/** Of announcements those alone who work with the group learn how many read them, and nobody learns who. */
const isTold = ({ actor }: Context, { is_announcements: announces, group_id }: Place) => !announces || speaksTo.holds(actor, { group_id })

/**
 * Under which of these messages it says who has read up to there, by number. Whoever does not show what they read is not among them, and
 * sees none. In channels, whose people do not all know each other, only how many.
 */
export const readReceipts = async (context: Context, place: Place, messages: readonly Shown[]): Promise<ReadonlyMap<number, ReadBy>> => {
  if (messages.length === 0 || !isTold(context, place)) return new Map()
  const { rows } = await sql<Reader>`select person_id, read_seq, card.name from messaging.readers(${place.id}::uuid)
    join identity.card as card on card.id = person_id where read_seq >= ${messages[0]!.seq} order by card.name`.execute(context.db)
  const byMessage = Map.groupBy(rows, (reader) => lastRead(messages, reader))
  return new Map([...byMessage].flatMap(([seq, readers]) => seq === undefined ? [] : [[seq, {
    names: place.kind === 'channel' ? [] : readers.slice(0, NAMED).map(({ name }) => name), count: readers.length,
  }] as const]))
}

/** Whether somebody lets others see what they have read; whoever has said nothing does. */
export const showsReading = async (context: Context): Promise<boolean> => {
  const row = await context.db.selectFrom('messaging.preference').select('shows_reading').where('person_id', '=', me(context))
    .executeTakeFirst()
  return row?.shows_reading ?? true
}
