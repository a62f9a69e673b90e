import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Context } from '#kernel/operation/operation.ts'
import type { Message } from './envelope.ts'

export interface Signal {
  /** People to tell. All in one call: their streams are then locked in one order, and nobody waits for each other. */
  readonly to: readonly string[]
  /** The module and what happened: `notifications.notified`. Pages that show it say so by `data-live`. */
  readonly topic: string
  /** What it is about, by its identifier: the page fetches it. */
  readonly subject?: { readonly kind: string; readonly id: string }
  /** The version of the subject after what happened (before it, for what is deleted). */
  readonly version?: number
  readonly operation?: Message['metadata']['operation']
  readonly type?: Message['metadata']['type']
  readonly importance?: 'low' | 'normal' | 'high' | 'critical'
  /** The page must say that it has it; administrators see what nobody acknowledged. */
  readonly acknowledge?: boolean
  /** ISO instant after which nobody needs to know. */
  readonly expiresAt?: string
  /** Of the message, when it has one already: another try keeps it. */
  readonly id?: string
}

/**
 * Puts one message on the stream of each of these people: one statement, in the caller's transaction. Works in a command, a reaction, or a
 * job. Their open pages learn it some milliseconds after the commit, the others when they come back.
 * @returns the message's identifier.
 */
export const signal = async ({ db, now }: Pick<Context, 'db' | 'now'>, told: Signal): Promise<string> => {
  const id = told.id ?? v7()
  if (told.to.length === 0) return id
  const { operation = 'UPDATE', type = 'REALTIME', importance = 'normal', subject } = told
  await sql`select live.signal(${told.to}::uuid[], ${id}::uuid, ${now}::timestamptz, ${told.topic}, ${operation}, ${type},
    ${importance.toUpperCase()}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${told.version ?? null}::int,
    ${told.acknowledge ?? false}::bool, ${told.expiresAt ?? null}::timestamptz)`.execute(db)
  return id
}
