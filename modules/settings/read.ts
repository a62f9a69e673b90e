import type { z } from 'zod'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import type { Setting } from './setting.ts'

/** What is stored, and what was made of it: the rules are applied once for each reading of the table. */
interface Values { stored: ReadonlyMap<string, unknown>; read: Map<string, unknown> }

let following = false
let open = false
let version = 0
let kept: Values | undefined

/**
 * Lets this process keep what it read. The process promises to say, from then on, that something changed: after each of its own commits,
 * and at each notice of another process. `pause` while notices may be lost: nothing is kept meanwhile. A process that never calls this
 * (a job, a script, a test) reads the table each time.
 */
export const followSettings = () => {
  const changed = () => { version++; kept = undefined }
  following = true
  return { changed, pause: () => { open = false; changed() }, resume: () => { open = true; changed() } }
}

const readAll = async ({ db }: Context): Promise<Values> => {
  if (kept && open) return kept
  const before = version
  const rows = await db.selectFrom('settings.setting').select(['key', 'value']).where('value', 'is not', null).execute()
  const values = { stored: new Map(rows.map(({ key, value }) => [key, value as unknown])), read: new Map<string, unknown>() }
  // What changed while it was read is read again by the next one.
  if (following && open && before === version) kept = values
  return values
}

/** The value in force. One that was stored under rules that have changed since, and breaks them, is left for the default. */
export const valueOf = <Fields extends z.ZodObject>(setting: Setting<Fields>, stored: unknown): z.output<Fields> => {
  const parsed = stored === undefined || stored === null ? undefined : setting.fields.safeParse(stored)
  return parsed?.success ? parsed.data : setting.initial
}

/** What an administrator set, or the default: `(await setting(context, announcement)).text`. */
export const setting = async <Fields extends z.ZodObject>(
  context: Pick<KernelContext, 'db'>, declared: Setting<Fields>,
): Promise<z.output<Fields>> => {
  const { stored, read } = await readAll(context as Context)
  const known = read.get(declared.key) as z.output<Fields> | undefined
  const value = known ?? valueOf(declared, stored.get(declared.key))
  if (!known) read.set(declared.key, value)
  return value
}
