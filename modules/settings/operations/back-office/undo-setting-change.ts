import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { applyChange, sameValues } from '../../changing.ts'
import { settingTarget, type Context } from '../../policy.ts'
import { key, reason } from './change-setting.ts'

/** Puts back what a setting held before one of its changes. That is a change too: it stands in the history and can be undone. */
export const undoSettingChange = command({
  http: 'POST /back-office/settings/:key/changes/:changeId/undo',
  input: z.object({ key, changeId: z.uuid(), reason }),
  output: z.object({ version: z.int() }),
  on: async (context: Context, input) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${input.key}`}, 0))`.execute(context.db)
    const target = await settingTarget(context, input.key, true)
    const change = await context.db.selectFrom('settings.change').select('before')
      .where('id', '=', input.changeId).where('key', '=', input.key).executeTakeFirst()
    return target && change && { ...target, before: (change.before ?? null) as unknown }
  },
  allow: holds('administrator'),
  versioned: true,
  when: ({ before, value, declared }) => {
    if (sameValues(before, value)) return 'settings.unchanged'
    return before === null || declared.fields.safeParse(before).success ? undefined : 'settings.former-value-invalid'
  },
  run: async (context: Context, input, { value, before, version }) => ({
    version: await applyChange(context, { key: input.key, before: value, after: before, version, reason: input.reason, undoes: input.changeId }),
  }),
})
