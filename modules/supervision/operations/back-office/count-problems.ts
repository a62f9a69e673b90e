import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { failures } from '../../failures.ts'
import type { Context } from '../../policy.ts'

/** How many jobs of the last day failed and still wait for somebody, and how many facts a reaction refuses. */
export const countProblems = query({
  http: 'GET /back-office/problems',
  input: z.object({}),
  output: z.object({ count: z.int() }),
  allow: holds('administrator'),
  run: async ({ db }: Context) => {
    const { rows: [row] } = await sql<{ count: number }>`select
      (select count(*) from (${failures}) as failure) + (select count(*) from kernel.waiting where attempts > 0) as count`.execute(db)
    return row!
  },
})
