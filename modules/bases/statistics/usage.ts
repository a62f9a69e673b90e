import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from '../policy.ts'
import { filled, periodsShown, steps, type Step } from './periods.ts'

/** What those who write learn of their readers: how many, never who. */
export const usageNames = ['views', 'saves', 'opinions', 'clicks', 'downloads'] as const
export type UsageName = (typeof usageNames)[number]
/** Each, since the beginning. */
export const usageTotals = {
  views: z.int(), saves: z.int(), opinions: z.int(), clicks: z.int(), downloads: z.int(),
} satisfies Record<UsageName, z.ZodType>

/** `day` is the first day (`YYYY-MM-DD`) of each period; the last one has not ended. */
export const usageSeries = z.array(z.object({ name: z.enum(usageNames), points: z.array(z.object({ day: z.string(), value: z.int() })) }))
export const step = z.enum(steps).default('month')

interface Row { name: UsageName; day: string; value: number }

/** How many links were followed and files taken, of all that these resources ever had. */
export interface Openings { clicks: number; downloads: number }
export const openingsOf = async ({ db }: Context, among: RawBuilder<unknown>): Promise<Openings> => {
  const { rows: [row] } = await sql<Openings>`select coalesce(sum(openings) filter (where kind = 'link'), 0)::int as clicks,
    coalesce(sum(openings) filter (where kind = 'file'), 0)::int as downloads
    from bases.opened_part where resource_id in ${among}`.execute(db)
  return row!
}

/** How the use of some resources moved. @param among SQL for their identifiers, `(select id …)` */
export const usageOf = async ({ db, now }: Context, among: RawBuilder<unknown>, by: Step): Promise<z.output<typeof usageSeries>> => {
  const since = sql`(date_trunc(${by}, ${now}::timestamptz)::date - ${periodsShown[by].days}::int)`
  const { rows } = await sql<Row>`
    select 'views' as name, date_trunc(${by}, day)::date as day, sum(views)::bigint as value from bases.daily_view
      where resource_id in ${among} and day >= ${since} group by 2
    union all
    select case kind when 'link' then 'clicks' else 'downloads' end, date_trunc(${by}, day)::date as day, sum(openings)::bigint
      from bases.daily_opening where resource_id in ${among} and day >= ${since} group by 1, 2
    union all
    select 'saves', date_trunc(${by}, saved_at at time zone 'Europe/Paris')::date as day, count(*) from bases.saved
      where resource_id in ${among} and saved_at >= ${since} group by 2
    union all
    select 'opinions', date_trunc(${by}, at at time zone 'Europe/Paris')::date as day, count(*) from bases.opinion
      where resource_id in ${among} and at >= ${since} group by 2
    order by 1, 2`.execute(db)
  return usageNames.map((name) => ({ name, points: filled(rows.filter((row) => row.name === name), by, now) }))
}
