import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

/** What the kernel keeps, that the back office reads. */
interface Kernel {
  'kernel.job_execution': {
    id: string; name: string; started_at: string; completed_at: string | null; errored_at: string | null; duration_ms: number | null
    data: unknown; result: unknown; error: string | null
  }
  'kernel.delivery': { reaction: string; fact_id: string; subject: string; attempts: number; due_at: string; error: string | null }
  'kernel.fact': { id: string; name: string; recorded_at: string }
  'kernel.worker': { id: string; seen_at: string }
}

export type Context = KernelContext<DB & Kernel>
