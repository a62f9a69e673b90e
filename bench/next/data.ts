import { Pool, types } from 'pg'

// The same values from the rows as ours (kernel/db/connection.ts), the same number of connections, and named prepared statements too.
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
types.setTypeParser(types.builtins.INT8, Number)

interface Statement { text: string; values: unknown[] }
/** What bench/pages.ts gives: the statements that ours runs for this page, of all resources and of one base's, each with its values for a visitor, and what the frame shows. */
interface Given { all: Statement[]; ofBase: Statement[]; frame: Frame }
interface Frame { site: any; navigation: any[]; design: any }

const given = JSON.parse(process.env['BENCH_GIVEN'] ?? 'null') as Given
export const frame = given?.frame

const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 10 })
const MOST_BASES = 20
const MOST = 10_000

/** `values` of a statement, those that are lists of keys replaced by these lists, in their order. */
const withKeys = (values: unknown[], ...lists: string[][]) => values.map((value) => Array.isArray(value) && value.length > 1 ? lists.shift() : value)

/** The list of resources, as modules/bases/operations/find-resources.ts answers it, of all bases or of one. */
export const findResources = async (baseId: string | undefined) => {
  const [find, shown] = baseId ? given.ofBase : given.all
  const { rows: [found] } = await pool.query({ name: baseId ? 'of-base' : 'all', text: find!.text, values: find!.values })
  const counts: Record<string, Record<string, number>> = {}
  for (const [token, many] of found.facets ?? []) {
    const end = token.indexOf('=')
    ;(counts[token.slice(0, end)] ??= {})[token.slice(end + 1)] = many
  }
  const { theme = {}, supportType = {}, audience = {}, base = {} } = counts
  const ids = found.ids.map(([, id]: [string, string]) => id) as string[]
  const most = Object.entries(base).sort(([, one], [, other]) => other - one).slice(0, MOST_BASES)
  const { rows: [{ cards, titles }] } = await pool.query({ name: 'shown', text: shown!.text, values: withKeys(shown!.values, ids, most.map(([id]) => id)) })
  return {
    resources: cards,
    total: Math.min(found.total, MOST), totalIsAtLeast: found.total > MOST, facetsAreExact: true, page: 1, pages: Math.ceil(Math.min(found.total, MOST) / 30),
    facets: {
      themes: theme, supportTypes: supportType, audiences: audience,
      bases: most.flatMap(([id, count]) => id in titles ? [{ id, title: titles[id], count }] : []),
    },
  }
}
