export type { Context } from '#kernel/operation/operation.ts'
