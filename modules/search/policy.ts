import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

/** Search is called from the operations of any module, in their transaction or connection. */
export type Context = KernelContext
/** For its own operations: whoever searches decides whether their searches are kept with their name. */
export type OwnContext = KernelContext<DB>
