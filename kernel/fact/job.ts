import type { z } from 'zod'
import type { WorkerContext } from './reaction.ts'

/** What a job works with. */
export interface JobContext<Tables = any> extends WorkerContext<Tables> {
  /**
   * One batch, whole or not at all, with its facts. `entry` is that of the command whose consequence it is: the changes of rows then stand
   * under it in the trace.
   */
  readonly transaction: <T>(work: (context: WorkerContext<Tables>) => Promise<T>, entry?: string) => Promise<T>
}

/**
 * Work outside a request: it may await the network, is tried again when it fails, and leaves its outcome in
 * `kernel.job_execution`. `context.db` is the worker's pool; `progress` is written there while it runs.
 */
export interface Job<P extends z.ZodObject = any, C extends JobContext = any> {
  readonly name: string
  readonly payload: P
  /** Cron expression in UTC, for a job that comes back; its payload is then empty. */
  readonly schedule?: string
  /** Tries before it is given up; 25 unless told. */
  readonly attempts?: number
  /** What it returns is kept as its result: counts, never personal data. */
  readonly run: (context: C, payload: z.output<P>) => Promise<Record<string, unknown> | void>
}

export const job = <P extends z.ZodObject, C extends JobContext>(parts: Job<P, C>): Job<P, C> => parts
