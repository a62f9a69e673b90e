import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from '../policy.ts'

/** Requests to act in one's own place. */
export const aboutMe = ({ db, actor }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.impersonation as impersonation').where('impersonation.person_id', '=', actor.id)
}
