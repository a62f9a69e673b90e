import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import { hashOf } from './token.ts'

/** In minutes. */
const WINDOW = 15
/** A person who does not find the first mail asks again; a stranger cannot fill their mailbox. */
const BY_ADDRESS = 5
/** A whole school comes out by one address at eight o'clock. */
const BY_NETWORK = 200

/** One home or one machine: an IPv6 line has 2⁶⁴ addresses of its own. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address) || /^::ffff:/i.test(address)) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.split('::')
  const [before, after] = [head.split(':').filter(Boolean), tail?.split(':').filter(Boolean) ?? []]
  const zeros: string[] = Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/**
 * Counts one more. What is refused is undone with its transaction and so counts for nothing: the window closes at its hour however often
 * one insists, and nobody is locked out for good.
 */
const count = async ({ db, now }: Context, key: string, most: number) => {
  const over = sql<boolean>`sign_in_limit.window_start <= ${now}::timestamptz - make_interval(mins => ${WINDOW})`
  const { count, window_start } = await db.insertInto('identity.sign_in_limit').values({ key: hashOf(key), window_start: now, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({
      count: sql`case when ${over} then 1 else sign_in_limit.count + 1 end`,
      window_start: sql`case when ${over} then ${now}::timestamptz else sign_in_limit.window_start end`,
    })).returning(['count', 'window_start']).executeTakeFirstOrThrow()
  if (count <= most) return
  const left = Date.parse(window_start) + WINDOW * 60_000 - Date.parse(now)
  throw new Refusal('identity.too-many-links', { minutes: Math.max(1, Math.ceil(left / 60_000)) }, 429)
}

/** @throws Refusal 429, with the minutes to wait; the same for an address that somebody has and for one that nobody has. */
export const limitSignIn = async (context: Context, email: string): Promise<void> => {
  await count(context, `address ${email}`, BY_ADDRESS)
  if (context.origin.address) await count(context, `network ${networkOf(context.origin.address)}`, BY_NETWORK)
}
