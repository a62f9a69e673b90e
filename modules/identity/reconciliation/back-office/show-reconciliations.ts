import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { importReconciliations } from './import-reconciliations.ts'

/** How many addresses were announced, and how many of those people have proved. Counts only. */
export const showReconciliations = query({
  http: 'GET /back-office/reconciliations',
  input: z.object({}),
  output: z.object({ announced: z.int(), settled: z.int() }),
  allow: holds('administrator'),
  can: { importReconciliations },
  run: async ({ db }: Context) => {
    return db.selectFrom('identity.email_reconciliation')
      .select((eb) => [eb.fn.countAll<number>().as('announced'), eb.fn.count<number>('settled_at').as('settled')]).executeTakeFirstOrThrow()
  },
})
