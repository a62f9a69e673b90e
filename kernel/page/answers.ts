import { data, redirect, type LoaderFunctionArgs } from 'react-router'
import { v7 } from '../id.ts'
import { InvalidInput } from '../operation/engine.ts'
import { fieldRules, fromStrings } from '../operation/input.ts'
import { Refusal, type Can, type Operation, type Output } from '../operation/operation.ts'
import { pageCall, type PageCall } from './call.ts'
import type { FormRules } from './form.ts'

/** What a page reads: the query's output, and for each command of `can` the rules of its form, or false. */
export type Answered<Op extends Operation> = Output<Op> & { can: Record<Can<Op>, FormRules | false> }

const all = (params: URLSearchParams): Record<string, string[]> => {
  const texts: Record<string, string[]> = {}
  for (const [name, value] of params) (texts[name] ??= []).push(value)
  return texts
}

/** The rules of a command's form, with a key of its own: sent twice, run once. */
export const formOf = (name: string, command: Operation): FormRules => ({ command: name, fields: fieldRules(command.input), key: v7() })

const formsOf = (operation: Operation, can: Record<string, boolean>): Record<string, FormRules | false> =>
  Object.fromEntries(Object.entries(operation.can ?? {}).map(([name, command]) => [name, can[name] ? formOf(name, command) : false]))

/** A filter that an address misspells is left out rather than answered by an error: the page shows what it can. */
const run = async (operation: Operation, page: PageCall, texts: Record<string, string[]>, params: object) => {
  try {
    return await page.engine.run(operation, { ...fromStrings(operation.input, texts), ...params }, page.call)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const wrong = new Set(error.issues.map((issue) => issue.field.split('.')[0]))
    const kept = Object.fromEntries(Object.entries(texts).filter(([name]) => !wrong.has(name)))
    if (Object.keys(kept).length === Object.keys(texts).length) throw new Refusal('not-found', {}, 404)
    return page.engine.run(operation, { ...fromStrings(operation.input, kept), ...params }, page.call)
  }
}

/** Turns a refusal into the page's own: sign-in for a visitor, else an error page with the right status. */
export const refuse = (error: unknown, signInUrl: (from: string) => string, from: string): never => {
  if (!(error instanceof Refusal)) throw error
  if (error.status === 401) throw redirect(signInUrl(from), 303)
  throw data({ code: error.code }, { status: error.status === 422 ? 404 : error.status })
}

/**
 * A page's loader: runs the query as the signed-in person, on what the address says.
 * @param options.input what the page adds to the address. @param options.moved another address for this answer, if it has one (308).
 */
export const answers = <Op extends Operation & { kind: 'query' }>(
  operation: Op,
  options: { input?: (args: LoaderFunctionArgs) => object; moved?: (output: Output<Op>) => string | undefined } = {},
) => async (args: LoaderFunctionArgs): Promise<Answered<Op>> => {
  const page = args.context.get(pageCall)
  // The address of the page: a hydrated one asks for its data at another (`request.url`).
  const { url } = args
  try {
    const { output, can } = await run(operation, page, all(url.searchParams), { ...args.params, ...options.input?.(args) })
    const moved = options.moved?.(output as Output<Op>)
    if (moved) throw redirect(moved, 308)
    return { ...output, can: formsOf(operation, can) } as Answered<Op>
  } catch (error) {
    return refuse(error, page.signInUrl, url.pathname + url.search)
  }
}
