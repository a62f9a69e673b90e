import type { Pool } from 'pg'
import type { Runner } from 'graphile-worker'

/** A worker says that it lives this often, and is taken for dead after three silences. In seconds. */
const BEAT = 10

/**
 * A job stays locked for hours when its process is killed. Each worker says that it lives, and gives back the jobs of those that no
 * longer do.
 */
export const startHeartbeat = (pool: Pool, events: Runner['events'], failed: (error: unknown) => void) => {
  const ids = new Set<string>()
  events.on('worker:create', ({ worker }) => ids.add(worker.workerId))
  const beat = async () => {
    await pool.query({
      text: `insert into kernel.worker (id, seen_at) select id, now() from unnest($1::text[]) as id
        on conflict (id) do update set seen_at = excluded.seen_at`,
      values: [[...ids]],
    })
    await pool.query({
      text: `with dead as (delete from kernel.worker where seen_at < now() - make_interval(secs => $1) returning id)
        select graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`,
      values: [BEAT * 3],
    })
  }
  const timer = setInterval(() => { beat().catch(failed) }, BEAT * 1000)
  return {
    beat,
    stop: async () => {
      clearInterval(timer)
      await pool.query({ text: 'delete from kernel.worker where id = any($1)', values: [[...ids]] })
    },
  }
}
