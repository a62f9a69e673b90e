import { sql } from 'kysely'
import { z } from 'zod'
import { InvalidInput } from '#kernel/operation/engine.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { applyChange, sameValues } from '../../changing.ts'
import { settingTarget, type Context } from '../../policy.ts'

export const key = z.string().max(100)
export const reason = z.string().trim().min(1).max(500)

/** Gives a setting its values, for every process at once. `values` null puts the default back. */
export const changeSetting = command({
  http: 'PUT /back-office/settings/:key',
  input: z.object({ key, values: z.record(z.string(), z.unknown()).nullable(), reason }),
  output: z.object({ version: z.int() }),
  on: async (context: Context, input) => {
    // A setting that nobody changed has no row to lock: two first changes wait for each other here.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${input.key}`}, 0))`.execute(context.db)
    return settingTarget(context, input.key, true)
  },
  allow: holds('administrator'),
  versioned: true,
  when: (target, { values }) => values === null && target.value === null ? 'settings.unchanged' : undefined,
  run: async (context: Context, input, { declared, value, version }) => {
    const parsed = input.values === null ? undefined : declared.fields.safeParse(input.values, { reportInput: true })
    if (parsed && !parsed.success) throw new InvalidInput(parsed.error)
    const after = parsed?.data ?? null
    if (sameValues(after, value ?? declared.initial)) return { version }
    return { version: await applyChange(context, { key: input.key, before: value, after, version, reason: input.reason }) }
  },
})
