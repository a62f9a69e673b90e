import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { DB } from './tables.gen.ts'

export type Context = WorkerContext<DB>
