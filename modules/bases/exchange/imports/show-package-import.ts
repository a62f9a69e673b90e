import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { basesSeenBy, type Context } from '../../policy.ts'
import { abandonPackageImport } from './abandon-package-import.ts'
import { confirmPackageImport } from './confirm-package-import.ts'
import { importsOf, reportShape, states } from './imports.ts'

/** One archive that the person brings in: what it would do, how far it is, what it did. */
export const showPackageImport = query({
  http: 'GET /package-imports/:importId',
  input: z.object({ importId: z.uuid() }),
  output: z.object({
    id: z.uuid(), fileName: z.string(), state: z.enum(states), reason: z.string().nullable(), isNew: z.boolean(), brought: z.int(),
      version: z.int(),
    /** Where it goes, when that is there. */
    base: z.object({ title: z.string(), slug: z.string() }).nullable(), report: reportShape.nullable(), createdAt: z.string(),
      finishedAt: z.string().nullable(),
  }),
  confidential: true,
  on: (context: Context, { importId }) => importsOf(context).selectAll('import').where('import.id', '=', importId).executeTakeFirst(),
  allow: owns('person_id'),
  can: { confirmPackageImport, abandonPackageImport },
  run: async (context: Context, _, one) => {
    const base = await basesSeenBy(context).select(['base.title', 'base.slug']).where('base.id', '=', one.base_id).executeTakeFirst()
    return {
      id: one.id, fileName: one.file_name, state: one.state as 'ready', reason: one.reason, isNew: one.is_new, brought: one.brought,
        version: one.version,
      base: base ?? null, report: one.report as z.output<typeof reportShape> | null, createdAt: one.created_at, finishedAt: one.finished_at,
    }
  },
})
