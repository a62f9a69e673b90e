import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { countNow, figureNames, seriesOf } from '../../figures.ts'
import type { Context } from '../../policy.ts'

const periods = { month: 31, quarter: 92, year: 366 }

/** Counts of the platform, now and over a period. */
export const showFigures = query({
  http: 'GET /back-office/figures',
  input: z.object({ period: z.enum(['month', 'quarter', 'year']).default('year') }),
  output: z.object({
    period: z.enum(['month', 'quarter', 'year']),
    now: z.record(z.string(), z.int()),
    series: z.array(z.object({ name: z.enum(figureNames), points: z.array(z.object({ day: z.string(), value: z.int() })) })),
  }),
  allow: holds('administrator'),
  run: async (context: Context, { period }) => {
    const series = await seriesOf(context, periods[period])
    return { period, now: await countNow(context), series: figureNames.map((name) => ({ name, points: series.get(name) ?? [] })) }
  },
})
