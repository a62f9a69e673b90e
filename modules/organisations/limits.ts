import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { hashOf } from '#modules/identity/api.ts'
import { day } from './day.ts'
import type { Context } from './policy.ts'
import { roles } from './roles.ts'

export const role = z.enum(roles)
export const optionalGroup = z.uuid().nullish()
export const optionalDay = day.nullish()
export const groupName = z.string().trim().min(1).max(100)
export const groupCode = z.string().trim().max(100)
export const words = z.string().trim().max(500)

/** An invitation waits so many days. */
export const INVITATION_DAYS = 14
/** Mails of one invitation at most, and minutes between two: nobody's mailbox is filled by another's hand. */
export const MOST_MAILS = 5
export const MINUTES_BETWEEN = 10
/** Invitations of one organisation in a day: a school enters its classes by an import, not by letters. */
export const MOST_INVITATIONS = 300
/** Requests of one person that wait at once, and days before one asks again where one was refused. */
export const MOST_REQUESTS = 5
export const DAYS_BEFORE_AGAIN = 7
/** What was ended by hand can be brought back for so many days. */
export const DAYS_TO_RESTORE = 30
/** Rows of one page. */
export const PAGE = 50

/** In milliseconds. */
export const MINUTE = 60_000
export const DAY = 86_400_000
export const later = (from: string, milliseconds: number): string => new Date(Date.parse(from) + milliseconds).toISOString()

/** Links that open nothing, in the window, before one waits for its end. */
const MOST_MISSES = 20
/** In minutes. */
const WINDOW = 15

const keyOf = ({ actor }: Context) => hashOf(`invitation ${actor.id}`)

/**
 * Who tries links at random waits for the end of a quarter of an hour: they alone, since only people who have signed in open a link, and
 * never for good. A right link counts for nothing. @throws Refusal 429.
 */
export const checkMisses = async (context: Context): Promise<void> => {
  const row = await context.db.selectFrom('organisations.invitation_miss').selectAll().where('key', '=', keyOf(context))
    .where('window_start', '>', later(context.now, -WINDOW * MINUTE)).executeTakeFirst()
  if (!row || row.count < MOST_MISSES) return
  const left = Date.parse(row.window_start) + WINDOW * MINUTE - Date.parse(context.now)
  throw new Refusal('organisations.too-many-links', { minutes: Math.max(1, Math.ceil(left / MINUTE)) }, 429)
}

/** Counts a link that opens nothing. From a query alone, where each statement commits: in a command the refusal would undo it. */
export const countMiss = async (context: Context): Promise<void> => {
  const { db, now } = context
  const over = sql<boolean>`invitation_miss.window_start <= ${later(now, -WINDOW * MINUTE)}::timestamptz`
  await db.insertInto('organisations.invitation_miss').values({ key: keyOf(context), window_start: now, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({
      count: sql`case when ${over} then 1 else invitation_miss.count + 1 end`,
      window_start: sql`case when ${over} then ${now}::timestamptz else invitation_miss.window_start end`,
    })).execute()
}
