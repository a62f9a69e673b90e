import { z } from 'zod'
import { fieldRules } from '#kernel/operation/input.ts'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { namesOf } from '../../names.ts'
import { settingTarget, type Context } from '../../policy.ts'
import { valueOf } from '../../read.ts'
import { changeSetting, key } from './change-setting.ts'
import { undoSettingChange } from './undo-setting-change.ts'

const values = z.record(z.string(), z.unknown())
const PAGE = 20

/** One setting: what it holds, the rules of its fields, and its history, the newest change first. */
export const showSetting = query({
  http: 'GET /back-office/settings/:key',
  input: z.object({ key, before: z.uuid().optional() }),
  output: z.object({
    key: z.string(), label: z.string(), help: z.string(), version: z.int(), isDefault: z.boolean(), values, initial: values,
    fields: z.array(z.object({
      name: z.string(), label: z.string(), hint: z.string().optional(), choices: z.record(z.string(), z.string()).optional(), rules: z.any(),
    })),
    history: z.array(z.object({
      id: z.uuid(), at: z.string(), by: z.string().nullable(), reason: z.string(), before: values.nullable(), after: values.nullable(),
      isUndo: z.boolean(),
    })),
    next: z.uuid().nullable(),
  }),
  on: (context: Context, input) => settingTarget(context, input.key),
  allow: holds('administrator'),
  can: { changeSetting, undoSettingChange },
  run: async (context: Context, input, { declared, value, version }) => {
    const rules = fieldRules(declared.fields)
    const rows = await context.db.selectFrom('settings.change').selectAll().where('key', '=', input.key)
      .$if(input.before !== undefined, (all) => all.where('id', '<', input.before!)).orderBy('id', 'desc').limit(PAGE + 1).execute()
    const shown = rows.slice(0, PAGE)
    const names = await namesOf(context, shown.flatMap((row) => row.person_id ?? []))
    return {
      key: declared.key, label: declared.label, help: declared.help, version, isDefault: value === null,
      values: valueOf(declared, value), initial: declared.initial,
      fields: Object.entries(declared.words).map(([name, words]) => ({ name, ...words, rules: rules[name] })),
      history: shown.map((row) => ({
        id: row.id, at: row.at, by: names.get(row.person_id ?? '') ?? null, reason: row.reason, isUndo: row.undoes !== null,
        before: row.before as Record<string, unknown> | null, after: row.after as Record<string, unknown> | null,
      })),
      next: rows.length > PAGE ? shown.at(-1)!.id : null,
    }
  },
})
