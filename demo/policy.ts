import type { Context as KernelContext } from '#kernel/operation/operation.ts'

/** The demonstration has no table of its own. */
export type Context = KernelContext<Record<never, never>>
