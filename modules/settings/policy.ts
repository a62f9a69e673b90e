import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { settingNamed } from './setting.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>

/** The setting and its row. One that nobody changed has no row yet: its version is 0. `before` is what taking a change back would restore. */
export const settingTarget = async ({ db }: Context, key: string, lock = false) => {
  const declared = settingNamed(key)
  if (!declared) return undefined
  const rows = db.selectFrom('settings.setting').selectAll().where('key', '=', key)
  const row = await (lock ? rows.forUpdate() : rows).executeTakeFirst()
  return { declared, value: (row?.value ?? null) as unknown, version: row?.version ?? 0, before: null as unknown }
}
