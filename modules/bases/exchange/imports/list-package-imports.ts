import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { scopesOf } from '#kernel/operation/actor.ts'
import { basesSeenBy, type Context } from '../../policy.ts'
import { importsOf, states } from './imports.ts'
import { startPackageImport } from './start-package-import.ts'

const MOST = 20

/** The archives that the person has brought in, the latest first, and the bases where they may bring another. */
export const listPackageImports = query({
  http: 'GET /package-imports',
  input: z.object({}),
  output: z.object({
    imports: z.array(z.object({ id: z.uuid(), fileName: z.string(), state: z.enum(states), createdAt: z.string() })),
    bases: z.array(z.object({ id: z.uuid(), title: z.string() })),
  }),
  confidential: true,
  allow: signedIn,
  can: { startPackageImport: { ...startPackageImport, allow: signedIn } },
  run: async (context: Context) => {
    const [imports, bases] = await Promise.all([
      importsOf(context).select(['import.id', 'import.file_name as fileName', 'import.state', 'import.created_at as createdAt'])
        .orderBy('import.created_at', 'desc').orderBy('import.id', 'desc').limit(MOST).execute(),
      basesSeenBy(context).select(['base.id', 'base.title']).where('base.withheld', 'is', null)
        .where((eb) => eb('base.id', '=', eb.fn.any(eb.val(scopesOf(context.actor, 'base', 'administrator'))))).orderBy('base.title')
          .execute(),
    ])
    return { imports: imports.map((one) => ({ ...one, state: one.state as 'ready' })), bases }
  },
})
