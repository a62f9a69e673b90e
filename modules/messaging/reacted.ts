import { sql } from 'kysely'
import { z } from 'zod'
import { me, type Context } from './policy.ts'
import { offered, type Reaction } from './reactions-offered.ts'

/** People named beside a sign; the others are counted. */
const NAMED = 10

/** One sign on a message: how many people, whether oneself, and who, the first ones. */
export const reaction = z.object({ code: z.enum(offered), count: z.int(), isMine: z.boolean(), names: z.array(z.string().nullable()) })
export type Reacted = z.output<typeof reaction>

/** What people put on these messages, by message, in the order in which signs are offered. */
export const reactionsTo = async (context: Context, messageIds: readonly string[]): Promise<ReadonlyMap<string, Reacted[]>> => {
  if (messageIds.length === 0) return new Map()
  const { rows } = await sql<{ message_id: string; code: Reaction; count: number; is_mine: boolean; names: (string | null)[] }>`
    select message_id, code, count(*)::int as count, bool_or(person_id = ${me(context)}) as is_mine,
      (array_agg(card.name order by reaction.at) filter (where person_id <> ${me(context)}))[1:${sql.lit(NAMED)}] as names
    from messaging.reaction join identity.card as card on card.id = person_id
    where message_id = any (${messageIds}::uuid[]) group by message_id, code`.execute(context.db)
  const ordered = rows.toSorted((one, other) => offered.indexOf(one.code) - offered.indexOf(other.code))
  return new Map([...Map.groupBy(ordered, (row) => row.message_id)].map(([id, found]) =>
    [id, found.map(({ code, count, is_mine: isMine, names }) => ({ code, count, isMine, names: names ?? [] }))]))
}
