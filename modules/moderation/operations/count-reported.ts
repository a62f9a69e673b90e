import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { backOffice, type Context } from '../policy.ts'

/** How many publications wait for a decision, appeals included. */
export const countReported = query({
  http: `GET ${backOffice.path}/count`,
  input: z.object({}),
  output: z.object({ count: z.int() }),
  allow: backOffice.staff,
  confidential: true,
  run: async ({ db }: Context) => db.selectFrom('moderation.subject').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['open', 'appealed']).executeTakeFirstOrThrow(),
})
