import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { openedPart, openedPartsOf } from '../statistics/opened-parts.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'
import { openingsOf, step, usageOf, usageSeries, usageTotals } from '../statistics/usage.ts'

/** How a published resource is used, for those who write it. */
export const showResourceStatistics = query({
  http: 'GET /resources/:resourceId/statistics',
  input: z.object({ resourceId: z.uuid(), by: step }),
  output: z.object({
    resourceId: z.uuid(), title: z.string(), slug: z.string(), by: step, totals: z.object(usageTotals), series: usageSeries,
    /** Its links and files of today; `withdrawn` is how often those that it had before were opened. */
    parts: z.array(openedPart), withdrawn: z.int(),
  }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst(),
  allow: editsResource,
  run: async (context: Context, { resourceId, by }, resource) => {
    const among = sql`(${resourceId}::uuid)`
    const [series, openings, parts] = await Promise.all([
      usageOf(context, among, by), openingsOf(context, among), openedPartsOf(context, resourceId),
    ])
    return {
      resourceId, by, title: resource.title!, slug: resource.slug!, series, parts,
      totals: { views: resource.views_count, ...openings, saves: resource.saves_count, opinions: resource.opinions_count },
      withdrawn: openings.clicks + openings.downloads - parts.reduce((sum, one) => sum + one.openings, 0),
    }
  },
})
