import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { slug } from '../limits.ts'
import { basesSeenBy, belongsToBase, type Context } from '../policy.ts'
import { openingsOf, step, usageOf, usageSeries, usageTotals } from '../statistics/usage.ts'

const MOST = 20

const openedOf = (kind: 'link' | 'file') => sql<number>`(select coalesce(sum(one.openings), 0)::int from bases.opened_part as one
  where one.resource_id = resource.id and one.kind = ${kind})`

/** Its most read resources, that are published. */
const mostRead = ({ db }: Context, baseId: string) => db.selectFrom('bases.resource as resource')
  .select(['id', 'slug', 'title', 'views_count as views', 'saves_count as saves', 'opinions_count as opinions'])
  .select([openedOf('link').as('clicks'), openedOf('file').as('downloads')])
  .where('base_id', '=', baseId).where('published_at', 'is not', null).where('deleted_at', 'is', null)
  .orderBy('views_count', 'desc').orderBy('id').limit(MOST).execute()

const totalsOf = ({ db }: Context, baseId: string) => db.selectFrom('bases.resource')
  .select((eb) => [
    eb.fn.countAll<number>().as('resources'), eb.fn.coalesce(eb.fn.sum<number>('views_count'), sql<number>`0`).as('views'),
    eb.fn.coalesce(eb.fn.sum<number>('saves_count'), sql<number>`0`).as('saves'),
  ]).where('base_id', '=', baseId).where('published_at', 'is not', null).where('deleted_at', 'is', null).executeTakeFirstOrThrow()

/** How the resources of a base are used, for its members. */
export const showBaseStatistics = query({
  http: 'GET /bases/by-slug/:slug/statistics',
  input: z.object({ slug, by: step }),
  output: z.object({
    title: z.string(), slug: z.string(), by: step,
    totals: z.object({ resources: z.int(), views: z.int(), clicks: z.int(), downloads: z.int(), saves: z.int(), followers: z.int() }),
    series: usageSeries, mostRead: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string(), ...usageTotals })),
  }),
  on: (context: Context, { slug }) => basesSeenBy(context).selectAll('base').where('base.slug', '=', slug).executeTakeFirst(),
  allow: belongsToBase,
  run: async (context: Context, { by }, base) => {
    const among = sql`(select id from bases.resource where base_id = ${base.id}::uuid and published_at is not null and deleted_at is null)`
    const [series, totals, openings, read] = await Promise.all([
      usageOf(context, among, by), totalsOf(context, base.id), openingsOf(context, among), mostRead(context, base.id),
    ])
    return {
      title: base.title, slug: base.slug, by, series, totals: { ...totals, ...openings, followers: base.followers_count },
      mostRead: read.map((one) => ({ ...one, slug: one.slug!, title: one.title! })),
    }
  },
})
