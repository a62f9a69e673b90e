import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

/** Everything here is public: numbers of the whole platform. */
export type Context = KernelContext<DB>
