import type { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import type { Kept } from './setting.ts'

interface Change { key: string; before: unknown; after: unknown; version: number; reason: string; undoes?: string }

const json = (value: unknown) => value === null || value === undefined ? null : JSON.stringify(value)

/** Writes the value and its line of history. `after` null puts the default back. @returns the new version. */
export const applyChange = async ({ db, actor, now }: Context, { key, before, after, version, reason, undoes }: Change): Promise<number> => {
  const row = { value: json(after), version: version + 1, changed_at: now }
  await db.insertInto('settings.setting').values({ key, ...row }).onConflict((one) => one.column('key').doUpdateSet(row)).execute()
  await db.insertInto('settings.change').values({
    id: v7(), key, before: json(before), after: json(after), reason, person_id: actor.id ?? null, at: now, undoes: undoes ?? null,
  }).execute()
  return version + 1
}

/**
 * Gives values that no page edits, in a command of the back office of the module they belong to: the caller has locked what makes them.
 * Each change stays in the history, with why.
 */
export const keepSetting = async <Fields extends z.ZodObject>(
  context: KernelContext, { key, fields }: Kept<Fields>, values: z.input<Fields>, reason: string,
): Promise<void> => {
  const own = context as Context
  const row = await own.db.selectFrom('settings.setting').select(['value', 'version']).where('key', '=', key).executeTakeFirst()
  await applyChange(own, { key, before: row?.value ?? null, after: fields.parse(values), version: row?.version ?? 0, reason })
}

/** The same values, whatever the order of their keys. */
export const sameValues = (one: unknown, other: unknown): boolean => {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(Object(value)).toSorted(([a], [b]) => a.localeCompare(b)))
  return (one === null) === (other === null) && sorted(one) === sorted(other)
}
