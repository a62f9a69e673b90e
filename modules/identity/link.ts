import { z } from 'zod'
import type { Context } from './policy.ts'
import { hashOf } from './token.ts'

export const token = z.string().max(100)

/** The link that a token opens, whatever its state. */
export const linkOf = ({ db }: Context, secret: string) => db.selectFrom('identity.sign_in_link as link')
  .innerJoin('identity.sign_in_token as token', 'token.link_id', 'link.id')
  .where('token.token_hash', '=', hashOf(secret)).selectAll('link')

export const stateOf = (link: { used_at: string | null; expires_at: string }, now: string): 'good' | 'used' | 'expired' => {
  if (link.used_at) return 'used'
  return Date.parse(link.expires_at) > Date.parse(now) ? 'good' : 'expired'
}

/** `na…@val-aubriere.example`: enough to recognise one's own address, too little to learn another's. */
export const masked = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, Math.min(2, Math.max(1, at - 1)))}…${email.slice(at)}`
}
