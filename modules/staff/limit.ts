import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import { hashOf, networkOf } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'

/** In minutes. */
const WINDOW = 15
/** A person who does not find the first mail asks again; a stranger cannot fill their mailbox. */
const LINKS_BY_ADDRESS = 10
/** Administrators are few: so many from one network are somebody who tries addresses. */
const LINKS_BY_NETWORK = 30
/** Of a million codes three are good at any instant: five tries a quarter of an hour make guessing a matter of years. */
const WRONG_TRIES = 5

const count = async ({ db, now }: Context, key: string, most: number) => {
  const over = sql<boolean>`sign_in_limit.window_start <= ${now}::timestamptz - make_interval(mins => ${WINDOW})`
  const { count, window_start } = await db.insertInto('staff.sign_in_limit').values({ key: hashOf(key), window_start: now, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({
      count: sql`case when ${over} then 1 else sign_in_limit.count + 1 end`,
      window_start: sql`case when ${over} then ${now}::timestamptz else sign_in_limit.window_start end`,
    })).returning(['count', 'window_start']).executeTakeFirstOrThrow()
  if (count > most) throw new Refusal('staff.too-many-links', { minutes: minutesLeft(window_start, now) }, 429)
}

const minutesLeft = (from: string, now: string) => Math.max(1, Math.ceil((Date.parse(from) + WINDOW * 60_000 - Date.parse(now)) / 60_000))

/** @throws Refusal 429 with the minutes to wait, the same whoever has this address. What is refused counts for nothing: nobody is locked out for good. */
export const limitLinks = async (context: Context, email: string): Promise<void> => {
  await count(context, `address ${email}`, LINKS_BY_ADDRESS)
  if (context.origin.address) await count(context, `network ${networkOf(context.origin.address)}`, LINKS_BY_NETWORK)
}

/**
 * Of codes alone: a passkey cannot be guessed, so that it opens even while somebody else spends the tries. One try of a person at a time,
 * so that a thousand at once are not one.
 * @throws Refusal 429 with the minutes until the oldest wrong try is forgotten.
 */
export const limitTries = async ({ db, now }: Context, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff try ${personId}`}, 0))`.execute(db)
  const wrong = await db.selectFrom('staff.attempt').select('at').where('person_id', '=', personId).where('succeeded', '=', false)
    .where('kind', '!=', 'passkey').where('at', '>', sql<string>`${now}::timestamptz - make_interval(mins => ${WINDOW})`)
    .orderBy('at', 'desc').limit(WRONG_TRIES).execute()
  const oldest = wrong[WRONG_TRIES - 1]
  if (oldest) throw new Refusal('staff.too-many-tries', { minutes: minutesLeft(oldest.at, now) }, 429)
}
