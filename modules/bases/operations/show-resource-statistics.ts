import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { editsResource, resourceWithRights, type Context } from '../policy.ts'
import { step, usageOf, usageSeries } from '../usage.ts'

/** How a published resource is used, for those who write it. */
export const showResourceStatistics = query({
  http: 'GET /resources/:resourceId/statistics',
  input: z.object({ resourceId: z.uuid(), by: step }),
  output: z.object({
    resourceId: z.uuid(), title: z.string(), slug: z.string(), by: step, totals: z.object({ views: z.int(), saves: z.int(), opinions: z.int() }), series: usageSeries,
  }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst(),
  allow: editsResource,
  run: async (context: Context, { resourceId, by }, resource) => ({
    resourceId, by, title: resource.title!, slug: resource.slug!,
    totals: { views: resource.views_count, saves: resource.saves_count, opinions: resource.opinions_count },
    series: await usageOf(context, sql`(${resourceId}::uuid)`, by),
  }),
})
