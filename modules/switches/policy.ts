import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB
export type Context = KernelContext<Tables>

/** Switches that hold now: lifted and ended ones do not. Every question whether something is closed starts here. */
export const switchesOn = ({ db, now }: Context) => db.selectFrom('switches.switch as one').where('one.lifted_at', 'is', null)
  .where((eb) => eb.or([eb('one.ends_at', 'is', null), eb('one.ends_at', '>', now)]))
