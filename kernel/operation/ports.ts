import type { Statement } from '../db/transaction.ts'
import type { Call } from './engine.ts'
import type { Context, Operation } from './operation.ts'

/** One line of the trace: who did, or tried, what, on what, from where. */
export interface Entry {
  readonly id: string
  readonly operation: Operation
  readonly input: unknown
  readonly call: Call
  readonly outcome: 'done' | 'refused' | 'read'
  /** Code of the refusal. */
  readonly code?: string
  /** Whose sensitive data was read. */
  readonly about?: string
  readonly at: string
}

/** What the kernel needs of modules, and never imports: the app fills them (design §2). */
export interface Ports {
  /** The statement that writes an entry of the trace; it is sent with the commit, in one network round trip. */
  audit(entry: Entry): Statement
  /** Code of the switch that closes this operation to this actor, if any; read inside the command. */
  switchedOff?(operation: Operation, context: Context): Promise<string | undefined>
  /** After a commit: what was cached may have changed, and facts may wait for the worker. */
  committed?(operation: Operation, facts: boolean): void
  /** Starts a clock; the function returned stops it with the outcome. */
  time?(operation: Operation): (outcome: 'done' | 'refused' | 'failed') => void
}
