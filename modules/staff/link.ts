import { z } from 'zod'
import { hashOf } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'

/** How long a link works. In milliseconds. */
export const VALID = 15 * 60_000

export const token = z.string().max(100)

/** The link that a token opens, whatever its state. */
export const linkOf = ({ db }: Context, secret: string) => db.selectFrom('staff.sign_in_link as link')
  .innerJoin('staff.sign_in_token as token', 'token.link_id', 'link.id')
  .where('token.token_hash', '=', hashOf(secret)).selectAll('link')

export const stateOf = (link: { used_at: string | null; expires_at: string }, now: string): 'good' | 'used' | 'expired' => {
  if (link.used_at) return 'used'
  return Date.parse(link.expires_at) > Date.parse(now) ? 'good' : 'expired'
}
