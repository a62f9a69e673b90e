import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { Context } from './policy.ts'

/** Each night: what left more than ninety days ago is nobody's question any more. */
export const pruneMessages = job({
  name: 'mail.prune-messages',
  payload: z.object({}).loose(),
  schedule: '41 2 * * *',
  run: async ({ db }: Context) => {
    const { numDeletedRows } = await db.deleteFrom('mail.message').where('at', '<', sql<string>`now() - interval '90 days'`)
      .executeTakeFirstOrThrow()
    return { messages: Number(numDeletedRows) }
  },
})
