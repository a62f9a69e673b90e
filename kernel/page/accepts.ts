import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { InvalidInput } from '../operation/engine.ts'
import { fromStrings } from '../operation/input.ts'
import { Refusal, type Input, type Operation, type Output } from '../operation/operation.ts'
import { refuse } from './answers.ts'
import { pageCall, type PageCall } from './call.ts'
import type { Refused } from './form.ts'
import { readForm } from './read-form.ts'

/** Names the command whose success the next page says once. */
export const FLASH = 'sillage-flash'

type Next<Commands extends Record<string, Operation>> = {
  [K in keyof Commands]?: (output: Output<Commands[K]>, input: Partial<Input<Commands[K]>>) => string
}

const refusal = (error: unknown, page: PageCall, typed: Record<string, string[]>): Refused | undefined => {
  if (!(error instanceof Refusal) || error.status === 401 || error.code === 'not-found') return undefined
  const shown = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('_')))
  return {
    refused: true, command: typed['_command']?.[0] ?? '', status: error.status, code: error.code, sentence: page.sentences[error.code],
    issues: error instanceof InvalidInput ? error.issues : [], typed: shown,
  }
}

const flash = (page: PageCall, operation: Operation, url: string) => redirect(url, {
  status: 303, headers: operation.name in page.sentences ? { 'set-cookie': `${FLASH}=${operation.name}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly` } : {},
})

/**
 * A page's action: each form names its command; it runs as the signed-in person. A success answers 303, to the page itself or to `next`,
 * which is told what the command answered and what it was given; a refusal renders the page again with its status and what was typed.
 */
export const accepts = <Commands extends Record<string, Operation>>(commands: Commands, next: Next<Commands> = {}) =>
  async ({ request, params, context, url }: ActionFunctionArgs) => {
    const page = context.get(pageCall)
    const here = url.pathname + url.search
    const typed: Record<string, string[]> = {}
    let operation: Operation | undefined
    try {
      await readForm(request, page, typed)
      const name = typed['_command']?.[0] ?? ''
      operation = Object.hasOwn(commands, name) ? commands[name] : undefined
      if (!operation) throw new Refusal('not-found', {}, 404)
      const late = page.lateForm?.before({ request, here, typed }, page.call.actor)
      if (late) throw late
      const { shape } = operation.input
      const known = Object.fromEntries(Object.entries(params).filter(([key]) => key in shape))
      const version = typed['_version']?.[0]
      const input = { ...known, ...fromStrings(operation.input, typed, false) }
      const { output } = await page.engine.run(operation, input, {
        ...page.call, key: typed['_key']?.[0], version: version === undefined ? undefined : Number(version),
      })
      if (operation.secret) return { command: name, answer: output as unknown }
      return flash(page, operation, next[name]?.(output as Output<Commands[string]>, input as Partial<Input<Commands[string]>>) ?? here)
    } catch (error) {
      const late = page.lateForm?.after({ request, here, typed }, page.call.actor, error, operation)
      if (late) throw late
      const refused = refusal(error, page, typed)
      return refused ? data(refused, { status: refused.status }) : refuse(error, page.signInUrl, here)
    }
  }
