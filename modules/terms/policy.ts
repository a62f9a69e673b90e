import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>

/** What anybody reads: the versions that are published. The draft is the administrators'. */
export const versionsSeenBy = ({ db }: Context) => db.selectFrom('terms.version as one').where('one.published_at', 'is not', null)

export const draftOf = ({ db }: Context) => db.selectFrom('terms.version as one').where('one.published_at', 'is', null)
