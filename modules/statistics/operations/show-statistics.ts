import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { filled, periodsShown, steps, type Step } from '#modules/bases/api.ts'
import type { Context } from '../policy.ts'

/** What is plotted, in the order of the page. */
export const seriesNames = ['searches', 'views', 'resources', 'bases', 'collections', 'saves', 'opinions', 'people'] as const
export type SeriesName = (typeof seriesNames)[number]

interface Row { name: SeriesName; day: string; value: number }

/** Sums by week or month of what was counted by day. */
const seriesOf = async ({ db, now }: Context, by: Step) => {
  const { rows } = await sql<Row>`select name, date_trunc(${by}, day)::date as day, sum(value)::bigint as value from statistics.daily
    where name in (${sql.join([...seriesNames])}) and day >= date_trunc(${by}, ${now}::timestamptz)::date - ${periodsShown[by].days}::int
    group by 1, 2 order by 1, 2`.execute(db)
  return seriesNames.map((name) => ({ name, points: filled(rows.filter((row) => row.name === name), by, now) }))
}

interface Searches { week: number; month: number; all: number; empty: number }

const searchesOf = async ({ db, now }: Context) => (await sql<Searches>`select
    coalesce(sum(value) filter (where name = 'searches' and day > ${now}::date - 7), 0)::bigint as week,
    coalesce(sum(value) filter (where name = 'searches' and day > ${now}::date - 30), 0)::bigint as month,
    coalesce(sum(value) filter (where name = 'searches'), 0)::bigint as all,
    coalesce(sum(value) filter (where name = 'searches.empty' and day > ${now}::date - 30), 0)::bigint as empty
  from statistics.daily where name in ('searches', 'searches.empty')`.execute(db)).rows[0]!

const totalsOf = async ({ db }: Context) => {
  const rows = await db.selectFrom('statistics.total').selectAll().execute()
  const of = new Map(rows.map(({ name, value }) => [name, value]))
  const total = (name: string) => of.get(name) ?? 0
  return {
    countedAt: rows.map(({ counted_at }) => counted_at).toSorted().at(-1) ?? null,
    totals: { people: total('people'), resources: total('resources'), bases: total('bases') },
    milliseconds: { search: of.get('searches.p50') ?? null, quick: of.get('searches.quick.p50') ?? null },
  }
}

/** Numbers of the whole platform: how many there are, what was searched, what was made and read, by week or by month. */
export const showStatistics = query({
  http: 'GET /statistics',
  input: z.object({ by: z.enum(steps).default('month') }),
  output: z.object({
    by: z.enum(steps), countedAt: z.string().nullable(), totals: z.object({ people: z.int(), resources: z.int(), bases: z.int() }),
    /** In the last 7 days, the last 30, and since the first one; `empty` are those of 30 days that found nothing. */
    searches: z.object({ week: z.int(), month: z.int(), all: z.int(), empty: z.int() }),
    /** Half of the searches of the week took less; null when there was none. */
    milliseconds: z.object({ search: z.number().nullable(), quick: z.number().nullable() }),
    /** `day` is the first day (`YYYY-MM-DD`) of each period; the last one has not ended. */
    series: z.array(z.object({ name: z.enum(seriesNames), points: z.array(z.object({ day: z.string(), value: z.int() })) })),
  }),
  allow: anyone,
  run: async (context: Context, { by }) => {
    const [series, searches, totals] = await Promise.all([seriesOf(context, by), searchesOf(context), totalsOf(context)])
    return { by, series, searches, ...totals }
  },
})
