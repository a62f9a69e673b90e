import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { csvOf, sendCsv } from './csv.ts'
import { slug } from '../limits.ts'
import { showBaseStatistics } from '../operations/show-base-statistics.ts'
import { showResourceStatistics } from '../operations/show-resource-statistics.ts'
import type { Context } from '../policy.ts'
import { step, usageNames, type UsageName } from './usage.ts'
import { fr } from '../web/statistics.fr.ts'
import { periodsOf } from './usage-table.ts'

const columns = (by: 'week' | 'month') => [fr.period[by], ...usageNames.map((name) => fr.series[name])]

/** The rights are those of the query, which is run as the same person. */
const resourceNumbers = raw({
  http: 'GET /mes-ressources/:resourceId/statistiques.csv',
  input: z.object({ resourceId: z.uuid(), by: step, table: z.enum(['periods', 'parts']).default('periods') }),
  allow: anyone,
  handle: async (_: Context, { table, ...input }, __, { run, reply }) => {
    const { by, series, parts, slug: name } = await run(showResourceStatistics, input)
    if (table === 'periods') return sendCsv(reply, `${name}.csv`, csvOf(columns(by), periodsOf(series)))
    const { part, kind: kindOf, target: where, openings: opened } = fr.parts
    return sendCsv(reply, `${name}-liens-et-fichiers.csv`, csvOf([part, kindOf, where, opened],
      parts.map(({ title, kind, target, openings }) => [title ?? '', fr.parts.kinds[kind], target, openings])))
  },
})

const baseNumbers = raw({
  http: 'GET /mes-bases/:slug/statistiques.csv',
  input: z.object({ slug, by: step, table: z.enum(['periods', 'resources']).default('periods') }),
  allow: anyone,
  handle: async (_: Context, { table, ...input }, __, { run, reply }) => {
    const { by, series, mostRead, slug: name } = await run(showBaseStatistics, input)
    if (table === 'periods') return sendCsv(reply, `${name}.csv`, csvOf(columns(by), periodsOf(series)))
    const { resource, ...labels } = fr.columns
    return sendCsv(reply, `${name}-ressources.csv`, csvOf([resource, ...usageNames.map((one: UsageName) => labels[one])],
      mostRead.map((one) => [one.title, ...usageNames.map((column) => one[column])])))
  },
})

export const statisticsRoutes = [resourceNumbers, baseNumbers]
