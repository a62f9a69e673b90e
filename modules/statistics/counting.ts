import { sql } from 'kysely'
import type { JobContext } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'

/** Days before the last one counted that are counted again: what was late, or taken back at once. */
const AGAIN = 3

/** What each module publishes of its days, under the names of ours. */
const activity = sql`select name, day, value from bases.activity
  union all select 'people', day, value from identity.arrival where name = 'people'
  union all select 'searches', day, sum(searches)::bigint from search.activity group by day
  union all select 'searches.empty', day, sum(empty)::bigint from search.activity group by day
  union all select 'searches.' || kind, day, searches from search.activity`

const totals = sql`select name, value::float8 as value from bases.tally
  union all select name, value from identity.tally where name = 'people'
  union all select 'searches.p50', max(p50) from search.speed where kind <> 'bases.quick' having count(*) > 0
  union all select 'searches.quick.p50', p50 from search.speed where kind = 'bases.quick'`

/**
 * Counts the days since the last one counted, and some before; the first time, every day that the modules know of. A day that is older
 * stays as it was counted, though what happened on it has since been deleted.
 */
export const countDays = ({ transaction }: JobContext): Promise<{ days: number }> => transaction(async ({ db, now }: WorkerContext) => {
  const { rows: [last] } = await sql<{ since: string | null }>`select (max(day) - ${AGAIN}::int)::text as since from statistics.daily`.execute(db)
  const since = last?.since ?? '-infinity'
  await sql`delete from statistics.daily where day >= ${since}::date`.execute(db)
  const { numAffectedRows } = await sql`insert into statistics.daily (name, day, value)
    select name, day, value from (${activity}) as activity where day >= ${since}::date and day <= (${now}::timestamptz at time zone 'Europe/Paris')::date
      and value > 0`.execute(db)
  await sql`insert into statistics.total (name, value, counted_at) select name, value, ${now}::timestamptz from (${totals}) as totals
    on conflict (name) do update set value = excluded.value, counted_at = excluded.counted_at`.execute(db)
  return { days: Number(numAffectedRows ?? 0) }
})
