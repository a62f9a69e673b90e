import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { valueOf } from '../../read.ts'
import { declaredSettings } from '../../setting.ts'

/** What can be set, with what holds now. The words of the fields come with it, since each module declares its own. */
export const listSettings = query({
  http: 'GET /back-office/settings',
  input: z.object({}),
  output: z.object({ settings: z.array(z.object({
    key: z.string(), group: z.string(), label: z.string(), help: z.string(), isDefault: z.boolean(), changedAt: z.string().nullable(),
    fields: z.array(z.object({ name: z.string(), label: z.string(), choices: z.record(z.string(), z.string()).optional() })),
    values: z.record(z.string(), z.unknown()),
  })) }),
  allow: holds('administrator'),
  run: async ({ db }: Context) => {
    const rows = new Map((await db.selectFrom('settings.setting').selectAll().execute()).map((row) => [row.key, row]))
    return { settings: declaredSettings().map((one) => {
      const row = rows.get(one.key)
      return {
        key: one.key, group: one.group, label: one.label, help: one.help, isDefault: (row?.value ?? null) === null, changedAt: row?.changed_at ?? null,
        fields: Object.entries(one.words).map(([name, { label, choices }]) => ({ name, label, choices })),
        values: valueOf(one, row?.value),
      }
    }) }
  },
})
