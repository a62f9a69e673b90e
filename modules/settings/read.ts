import type { z } from 'zod'
import { createKept } from '#kernel/db/kept.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import type { Kept } from './setting.ts'

/** What is stored, and what was made of it: the rules are applied once for each reading of the table. */
interface Values { stored: ReadonlyMap<string, unknown>; read: Map<string, unknown> }

const kept = createKept<Values>(1)
/** Lets this process keep what it read, and tell of changes; one that never calls this (a job, a script, a test) reads the table each time. */
export const followSettings = kept.follow

const readAll = ({ db }: Context): Promise<Values> => kept.get('', async () => {
  const rows = await db.selectFrom('settings.setting').select(['key', 'value']).where('value', 'is not', null).execute()
  return { stored: new Map(rows.map(({ key, value }) => [key, value as unknown])), read: new Map<string, unknown>() }
})

/** The value in force. One that was stored under rules that have changed since, and breaks them, is left for the default. */
export const valueOf = <Fields extends z.ZodObject>(setting: Kept<Fields>, stored: unknown): z.output<Fields> => {
  const parsed = stored === undefined || stored === null ? undefined : setting.fields.safeParse(stored)
  return parsed?.success ? parsed.data : setting.initial
}

/** What an administrator set, or the default: `(await setting(context, announcement)).text`. */
export const setting = async <Fields extends z.ZodObject>(
  context: Pick<KernelContext, 'db'>, declared: Kept<Fields>,
): Promise<z.output<Fields>> => {
  const { stored, read } = await readAll(context as Context)
  const known = read.get(declared.key) as z.output<Fields> | undefined
  const value = known ?? valueOf(declared, stored.get(declared.key))
  if (!known) read.set(declared.key, value)
  return value
}
