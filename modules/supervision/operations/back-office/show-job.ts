import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { personCards } from '#modules/identity/api.ts'
import { stateOf, states } from '../../jobs-found.ts'
import type { Context } from '../../policy.ts'
import { retryJob } from './retry-job.ts'

const json = z.record(z.string(), z.unknown()).nullable()

/** One try of a job: what it was given, what came of it, and who asked for it again. */
export const showJob = query({
  http: 'GET /back-office/jobs/:executionId',
  input: z.object({ executionId: z.uuid() }),
  output: z.object({
    id: z.uuid(), name: z.string(), state: z.enum(states), startedAt: z.string(), endedAt: z.string().nullable(), durationMs: z.int().nullable(),
    data: json, result: json, error: z.string().nullable(),
    retry: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
  }),
  on: ({ db }: Context, { executionId }) => db.selectFrom('kernel.job_execution as job')
    .leftJoin('supervision.retry as retry', 'retry.execution_id', 'job.id')
    .selectAll('job').select(['retry.asked_at', 'retry.person_id']).where('job.id', '=', executionId).executeTakeFirst(),
  allow: holds('administrator'),
  can: { retryJob },
  run: async (context: Context, _, job) => {
    const [card] = job.person_id ? await personCards(context, [job.person_id]) : []
    return {
      id: job.id, name: job.name, state: stateOf(job), startedAt: job.started_at, endedAt: job.completed_at ?? job.errored_at,
      durationMs: job.duration_ms, data: job.data as z.output<typeof json>, result: job.result as z.output<typeof json>, error: job.error,
      retry: job.asked_at === null ? null : { at: job.asked_at, by: card?.name ?? null },
    }
  },
})
