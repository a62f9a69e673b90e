import { sql } from 'kysely'

/**
 * Jobs of the last day that failed and still wait for somebody: the queue's own next try has not succeeded, and nobody asked for another.
 * One a job and its data, however often it was tried. What waits for a switch has not failed: the page of switches counts it.
 */
export const failures = sql`select distinct job.name, job.data from kernel.job_execution as job
  where job.errored_at > now() - interval '1 day' and job.error not like '% switched-off%'
    and not exists (select from supervision.retry where retry.execution_id = job.id)
    and not exists (select from kernel.job_execution as later
      where later.name = job.name and later.data = job.data and later.completed_at > job.errored_at)`
