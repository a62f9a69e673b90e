import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context, Operation, Output, Route } from './operation.ts'
import type { Rule } from './rule.ts'

/**
 * A route that does not fit an operation: a stream, a socket, an upload, a download. Same `on` and `allow` as an operation;
 * `e2e/raw-routes.test.ts` keeps the list of them, so that each is a visible decision.
 */
export interface RawRoute<I extends z.ZodObject = any, T = any, C extends Context = any> {
  readonly http: Route
  readonly input: I
  readonly on?: (context: C, input: z.output<I>) => Promise<T | undefined>
  readonly allow: Rule<T>
  /** Answers by itself; `context.db` is the pool: each statement is its own transaction. Throws a Refusal to say no. */
  readonly handle: (context: C, input: z.output<I>, target: T, http: Http) => Promise<unknown>
  /** Proof other than the session's cookie, so that the origin is not checked: a token in the address, a signature. */
  readonly proof?: 'token' | 'signature'
  /** The handler reads the body itself, from `request.raw`, and limits it: an upload. */
  readonly stream?: boolean
  /** Asked by the page and not by the person: it does not keep their session awake. */
  readonly background?: boolean
  /** Largest body in bytes; the server's own limit when left out. */
  readonly bodyLimit?: number
}

export interface Http {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Runs an operation as the same person, in its own transaction, audited as any other. */
  readonly run: <Op extends Operation>(operation: Op, input: unknown) => Promise<Output<Op>>
}

export const raw = <I extends z.ZodObject, C extends Context, T = undefined>(route: RawRoute<I, T, C>): RawRoute<I, T, C> => route
