import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { csvOf, sendCsv, steps } from '#modules/bases/api.ts'
import { seriesNames, showStatistics } from './operations/show-statistics.ts'
import type { Context } from './policy.ts'
import { fr } from './web/fr.ts'

/** One table of the public page, for a spreadsheet. */
const numbers = raw({
  http: 'GET /statistiques/nombres.csv',
  input: z.object({ name: z.enum(seriesNames), by: z.enum(steps).default('month') }),
  allow: anyone,
  handle: async (_: Context, { name, by }, __, { run, reply }) => {
    const { series } = await run(showStatistics, { by })
    const points = series.find((one) => one.name === name)!.points
    return sendCsv(reply, `${fr.files[name]}-${fr.files[by]}.csv`, csvOf([fr.period[by], fr.series[name]], points.map(({ day, value }) => [day, value])))
  },
})

export const rawRoutes = [numbers]
