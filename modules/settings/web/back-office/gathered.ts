import type { Refused } from '#kernel/page/form.ts'
import { fromStrings } from '#kernel/operation/input.ts'
import { settingNamed } from '../../setting.ts'

type Typed = Record<string, string[]>

/**
 * The form of a setting has a field for each of its values; the command takes them together. @returns the same request with `values` as the
 * command reads them, and what was typed, to show it again after a refusal.
 */
export const gathered = async (request: Request, key: string): Promise<{ request: Request; typed: Typed }> => {
  const form = new URLSearchParams(await request.text())
  const typed: Typed = {}
  for (const [name, value] of form) (typed[name] ??= []).push(value)
  const fields = settingNamed(key)?.fields
  if (fields && form.get('_command') === 'changeSetting') form.set('values', JSON.stringify(fromStrings(fields, typed, false)))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return { request: new Request(request.url, { method: 'POST', headers, body: form.toString() }), typed }
}

/** What an action answered, with what was typed as it was typed. */
export const withTyped = <Answer>(answer: Answer, typed: Typed): Answer => {
  const { data } = answer as { data?: Refused }
  if (data?.refused) data.typed = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('_')))
  return answer
}
