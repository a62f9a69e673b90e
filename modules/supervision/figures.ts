import { sql } from 'kysely'
import type { Context } from '#kernel/operation/operation.ts'

/** What is counted, in the order of the page. Organisations are counted by kind, as `organisations.school`. */
export const figureNames = ['people', 'active', 'sessions', 'resources', 'bases', 'organisations'] as const
export type FigureName = (typeof figureNames)[number]

/** Every count as it is now: aggregates that the modules publish, of nobody in particular. */
const counted = sql`select name, value from identity.tally union all select name, value from bases.tally
  union all select 'organisations', count(*) from organisations.card where not is_closed
  union all select 'organisations.' || kind, count(*) from organisations.card where not is_closed group by kind`

export const countNow = async ({ db }: Pick<Context, 'db'>): Promise<Record<string, number>> => {
  const { rows } = await sql<{ name: string; value: number }>`${counted}`.execute(db)
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Keeps the counts of the day: the last ones stay. @returns how many. */
export const keepFigures = async ({ db, now }: Pick<Context, 'db' | 'now'>): Promise<{ kept: number }> => {
  const kept = await sql`insert into supervision.figure (name, day, value) select name, ${now}::date, value from (${counted}) as counted
    on conflict (name, day) do update set value = excluded.value`.execute(db)
  return { kept: Number(kept.numAffectedRows ?? 0) }
}

export interface Point { readonly day: string; readonly value: number }

/** How many there were at the end of each day on which some came: what is still there, by its date. */
const arrived = sql`select name, day, sum(value) over (partition by name order by day) as value
  from (select name, day, value from identity.arrival union all select name, day, value from bases.arrival) as arrival`

/**
 * How each count moved over so many days, in sixty points at most for each: those kept, and before the first one kept what the dates of
 * what is there tell. The last point is now.
 */
export const seriesOf = async ({ db, now }: Pick<Context, 'db' | 'now'>, days: number): Promise<ReadonlyMap<string, Point[]>> => {
  const step = Math.max(1, Math.ceil(days / 60))
  const { rows } = await sql<Point & { name: string }>`
    with known as (
      select name, day, value from supervision.figure where day < ${now}::date
      union all select name, ${now}::date, value from (${counted}) as counted
      union all select name, day, value from (${arrived}) as arrived
        where day < coalesce((select min(day) from supervision.figure where figure.name = arrived.name), ${now}::date))
    select distinct on (name, slot) name, day, value from (
      select name, day, value, (${now}::date - day) / ${step}::int as slot from known where day > ${now}::date - ${days}::int) as placed
    order by name, slot desc, day desc`.execute(db)
  const series = new Map<string, Point[]>()
  for (const { name, day, value } of rows) series.set(name, [...series.get(name) ?? [], { day, value }])
  return series
}
