import type { Readable } from 'node:stream'
import { createContext, type data } from 'react-router'
import type { Actor } from '../operation/actor.ts'
import type { Call, Engine } from '../operation/engine.ts'
import type { Operation } from '../operation/operation.ts'

/** A file that came inside a form, once received. */
export interface Received { fileId: string }

/** A form as it came: to which page, with what in it. */
export interface Sent { readonly request: Request; readonly here: string; readonly typed: Readonly<Record<string, string[]>> }

type Page = ReturnType<typeof data<unknown>>

/** The page to throw, if any, in the place of what a form asked: before its command runs, or after it was refused. */
export interface LateForm {
  readonly before: (sent: Sent, actor: Actor) => Page | undefined
  readonly after: (sent: Sent, actor: Actor, error: unknown, operation?: Operation) => Page | undefined
}

/** What the server gives to the loaders and actions of one request. */
export interface PageCall {
  readonly engine: Engine
  readonly call: Call
  /** Nonce of the page's scripts; undefined where the page has none. */
  readonly nonce: string
  /** The `Cookie` header, for a page that goes on with what a raw route began. */
  readonly cookies?: string
  /** What becomes of a form that comes after its session had ended. Left out: it leads to sign-in. */
  readonly lateForm?: LateForm
  /** What the last form did, to be said once. */
  readonly flash?: string
  /** Sentences for refusals, by code, of every module. */
  readonly sentences: Readonly<Record<string, string>>
  /** Keeps a file sent with a form by a browser without JavaScript. */
  readonly receive?: (call: Call, file: { name: string; stream: Readable; purpose: 'image' | 'file' }) => Promise<Received>
  /** Where a visitor goes when a page asks who they are; they come back to `from`. */
  readonly signInUrl: (from: string) => string
}

export const pageCall = createContext<PageCall>()
