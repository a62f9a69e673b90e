import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import type { IdentityCard } from './card.ts'
import { idleSeconds } from './session-limits.ts'
import type { DB } from './tables.gen.ts'

export type Tables = Omit<DB, 'identity.card'> & { 'identity.card': IdentityCard; 'files.card': { id: string; mime: string } }
export type Context = KernelContext<Tables>

/** The person who acts, and nobody else: a visitor has no row here, and is asked to sign in. */
export const myself = ({ db, actor }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.person as person').selectAll().where('person.id', '=', actor.id).where('person.erased_at', 'is', null)
}

/** One's own sessions, those that still open something: neither ended, nor left unused for too long. */
export const mySessions = ({ db, actor, now }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.session as session').where('session.person_id', '=', actor.id).where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', new Date(Date.parse(now) - idleSeconds(actor.grants) * 1000).toISOString())
}
