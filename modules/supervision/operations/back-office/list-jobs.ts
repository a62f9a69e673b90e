import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { jobFilters, jobsFound, stateOf, states } from '../../jobs-found.ts'
import type { Context } from '../../policy.ts'

const PAGE = 50

/** Tries of jobs with their outcome, the last first. Those that come back each minute and succeed are shown by their name only. */
export const listJobs = query({
  http: 'GET /back-office/jobs',
  input: z.object({ ...jobFilters, before: z.uuid().optional() }),
  output: z.object({
    jobs: z.array(z.object({
      id: z.uuid(), name: z.string(), state: z.enum(states), startedAt: z.string(), durationMs: z.int().nullable(), error: z.string().nullable(),
      retriedAt: z.string().nullable(),
    })),
    names: z.array(z.string()),
    next: z.uuid().nullable(),
  }),
  allow: holds('administrator'),
  run: async (context: Context, { before, ...filters }) => {
    const rows = await jobsFound(context, filters)
      .leftJoin('supervision.retry as retry', 'retry.execution_id', 'job.id')
      .select(['job.id', 'job.name', 'job.started_at', 'job.completed_at', 'job.errored_at', 'job.duration_ms', 'job.error', 'retry.asked_at'])
      // Keys are made at the start of the try, so they are in its order.
      .$if(before !== undefined, (all) => all.where('job.id', '<', before!)).orderBy('job.id', 'desc').limit(PAGE + 1).execute()
    const names = await context.db.selectFrom('kernel.job_execution').select('name').distinct().orderBy('name').execute()
    const shown = rows.slice(0, PAGE)
    return {
      jobs: shown.map((row) => ({
        id: row.id, name: row.name, state: stateOf(row), startedAt: row.started_at, durationMs: row.duration_ms, error: row.error,
        retriedAt: row.asked_at,
      })),
      names: names.map(({ name }) => name),
      next: rows.length > PAGE ? shown.at(-1)!.id : null,
    }
  },
})
