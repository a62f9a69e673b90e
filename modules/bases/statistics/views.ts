import { sql } from 'kysely'
import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { count } from '#modules/search/api.ts'
import { kinds } from '../indexing.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'
import { hashOf, VISIT, visitOf } from './visit.ts'

/** Counts a reading, once in two hours for one browser, which a hash names and nothing else. @returns the new count, if it changed. */
export const countView = async ({ db, now }: Context, resourceId: string, visit: string): Promise<number | undefined> => {
  const { rows } = await sql<{ views_count: number }>`with counted as (
      insert into bases.view as known (resource_id, hash, at)
      values (${resourceId}::uuid, ${hashOf(visit, resourceId)}, ${now}::timestamptz)
      on conflict (resource_id, hash) do update set at = excluded.at where known.at < excluded.at - ${`${VISIT} seconds`}::interval
      returning resource_id),
    daily as (
      insert into bases.daily_view as known (resource_id, day, views)
      select resource_id, (${now}::timestamptz at time zone 'Europe/Paris')::date, 1 from counted
      on conflict (resource_id, day) do update set views = known.views + 1)
    update bases.resource as resource set views_count = views_count + 1 from counted where resource.id = counted.resource_id
    returning views_count`.execute(db)
  return rows[0]?.views_count
}

/** A page says that it was read: apart from the page, which is cached, and not a command, since readings leave no trace of who reads. */
export const view = raw({
  http: 'POST /api/resources/:resourceId/views',
  input: z.object({ resourceId: z.uuid() }),
  on: (context: Context, { resourceId }) => resourcesSeenBy(context).select('resource.id').where('resource.id', '=', resourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst(),
  allow: anyone,
  bodyLimit: 1000,
  handle: async (context: Context, { resourceId }, _, { request, reply }) => {
    const views = await countView(context, resourceId, visitOf(request, reply))
    if (views !== undefined) await count(context, kinds.resource, resourceId, { views })
    return reply.code(204).send()
  },
})
