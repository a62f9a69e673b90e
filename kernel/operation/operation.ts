import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Fact } from '../fact/fact.ts'
import type { Actor } from './actor.ts'
import type { Rule } from './rule.ts'

/** What an operation works with. `Tables` is what its module may name in SQL. */
export interface Context<Tables = any> {
  /** The command's transaction, or the query's connection. */
  readonly db: Kysely<Tables>
  readonly actor: Actor
  /** The instant of the call, the same for all that it writes (ISO 8601, UTC). */
  readonly now: string
  /** Writes a fact in the command's transaction; refused in a query. */
  readonly record: <Data extends z.ZodObject>(fact: Fact<Data>, data: z.input<Data>) => Promise<void>
  /** Where the call comes from, for the trace. */
  readonly origin: Origin
}

export interface Origin {
  readonly request: string
  /** Address of the caller; stays in the trace, never in the logs. */
  readonly address?: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Route = `${Method} /${string}`

/** What one writes of an operation. */
interface Parts<I extends z.ZodObject, O extends z.ZodType, T, C extends Context> {
  readonly http: Route
  readonly input: I
  readonly output: O
  /** The target through the actor's eyes, locked where a command writes; none is a 404. */
  readonly on?: (context: C, input: z.output<I>) => Promise<T | undefined>
  readonly allow: Rule<T>
  /** A state that says no: the code of the refusal, answered as a 409. */
  readonly when?: (target: T, input: z.output<I>, context: C) => string | undefined
  readonly run: (context: C, input: z.output<I>, target: T) => Promise<z.input<O>>
  /** The command edits a row that a person saw: the call must carry that row's version. */
  readonly versioned?: boolean
  /** Reads tables under row policies: runs in a transaction that tells the database who asks. A command always does. */
  readonly confidential?: boolean
  /** What is critical is asked of somebody who proved who they are so many minutes ago at most: `proof-required` otherwise. */
  readonly provedWithin?: number
  /** The answer holds a secret, shown once: it is kept nowhere, so the same key again is refused, and a page shows it at once. */
  readonly secret?: boolean
  /** Says whose sensitive data the query reads; the kernel records who looked. */
  readonly sensitive?: string
  /** The person whose data it is, when they have an account: they may ask who looked. */
  readonly about?: (target: T, input: z.output<I>) => string | null | undefined
}

/** One thing that the system can do (design §1). `module()` gives it its name: `bases.publishResource`. */
export interface Operation<I extends z.ZodObject = any, O extends z.ZodType = any, T = any, C extends Context = any> extends Parts<I, O, T, C> {
  readonly kind: 'command' | 'query'
  name: string
  /** Commands whose `allow` is asked of the query's target, so that pages never guess rights. */
  readonly can?: Readonly<Record<string, Operation>>
}

/** A change. Runs in one transaction with its audit entry and its facts; never awaits the network. */
export const command = <I extends z.ZodObject, O extends z.ZodType, C extends Context, T = undefined>(
  parts: Parts<I, O, T, C>,
): Operation<I, O, T, C> & { kind: 'command' } => ({ ...parts, kind: 'command', name: '' })

/** A read. `can` names the commands that its page offers; each is asked of the same target. */
export const query = <I extends z.ZodObject, O extends z.ZodType, C extends Context, T = undefined, K extends string = never>(
  parts: Parts<I, O, T, C> & { can?: Readonly<Record<K, { readonly allow: { readonly holds: (actor: Actor, row: T) => boolean } }>> },
): Operation<I, O, T, C> & { kind: 'query'; can?: Readonly<Record<K, Operation>> } =>
  ({ ...parts, kind: 'query', name: '' }) as Operation<I, O, T, C> & { kind: 'query' }

export type Input<Op> = Op extends { input: infer I extends z.ZodObject } ? z.input<I> : never
export type Output<Op> = Op extends { output: infer O extends z.ZodType } ? z.output<O> : never
/** Names of the commands that a query's answer speaks of in `can`. */
export type Can<Op> = Op extends { can?: Readonly<Record<infer K extends string, Operation>> } ? K : never

/** The state, or a rule of the domain, says no. `code` is stable (`bases.title-taken`); its sentence is in the module's `fr.ts`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly status: number
  /** What the sentence needs to be said: names of limits, versions; never personal data. */
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: string, details: Readonly<Record<string, string | number>> = {}, status = 409) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
  }
}
