import type { z } from 'zod'
import type { Context } from '../operation/operation.ts'
import type { Fact } from './fact.ts'
import type { Job } from './job.ts'

/** What the worker gives: its context, and the right to create jobs, which only it has. */
export interface WorkerContext<Tables = any> extends Context<Tables> {
  /**
   * Creates a job in the same transaction. `key` makes it unique: a job waiting under the same key is replaced.
   * `at` delays it (ISO instant).
   */
  readonly enqueue: <P extends z.ZodObject>(job: Job<P>, payload: z.input<P>, options?: { key?: string; at?: string }) => Promise<void>
}

/** What follows from a fact. Idempotent: it may run again after a crash. Its writes commit with the delivery. */
export interface Reaction<Data extends z.ZodObject = any, C extends WorkerContext = any> {
  /** Stable, `module.verb-noun`: the delivery is kept under this name. */
  readonly name: string
  readonly to: Fact<Data>
  readonly run: (context: C, data: z.output<Data>) => Promise<void>
}

export const reaction = <Data extends z.ZodObject, C extends WorkerContext>(parts: Reaction<Data, C>): Reaction<Data, C> => parts
