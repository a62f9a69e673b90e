import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>

/** The person who acts; a visitor is asked to sign in. */
export const me = ({ actor }: KernelContext): string => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return actor.id
}
