import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { jobRetryAsked } from '../../events.ts'
import { stateOf } from '../../jobs-found.ts'
import type { Context } from '../../policy.ts'

/** Asks that a job which failed be done again, once a failure. */
export const retryJob = command({
  http: 'POST /back-office/jobs/:executionId/retry',
  input: z.object({ executionId: z.uuid() }),
  output: z.null(),
  on: ({ db }: Context, { executionId }) =>
    db.selectFrom('kernel.job_execution').select(['id', 'completed_at', 'errored_at']).where('id', '=', executionId).executeTakeFirst(),
  allow: holds('administrator'),
  when: (job) => stateOf(job) === 'failed' ? undefined : 'supervision.not-failed',
  run: async ({ db, actor, now, record }: Context, { executionId }) => {
    const { numInsertedOrUpdatedRows } = await db.insertInto('supervision.retry')
      .values({ execution_id: executionId, person_id: actor.id ?? null, asked_at: now })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (!numInsertedOrUpdatedRows) throw new Refusal('supervision.already-retried')
    await record(jobRetryAsked, { executionId })
    return null
  },
})
