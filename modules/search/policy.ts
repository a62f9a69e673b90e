import type { Context as KernelContext } from '#kernel/operation/operation.ts'

/** Search is called from the operations of any module, in their transaction or connection. */
export type Context = KernelContext
