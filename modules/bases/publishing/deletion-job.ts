import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { DELETION_DAYS, removeBaseForGood, removeCollectionForGood, removeForGood } from './deletion.ts'
import { DAY, later } from '../limits.ts'
import type { Context, Tables } from '../policy.ts'

/** Each in a transaction of its own, so that one that fails holds up nothing; the next night takes what is left. */
const MOST_A_NIGHT = 1000

/** Each night, what was deleted thirty days ago goes for good: bases with what they held, then resources and collections alone. */
export const finishDeletions = job({
  name: 'bases.finish-deletions', payload: z.object({}).loose(), schedule: '52 2 * * *',
  run: async ({ db, now, transaction }: JobContext<Tables>) => {
    const before = later(now, -DELETION_DAYS * DAY)
    const bases = await db.selectFrom('bases.base').select('id').where('deleted_at', '<', before).orderBy('deleted_at').limit(MOST_A_NIGHT).execute()
    for (const { id } of bases) await transaction((context) => removeBaseForGood(context as Context, id))
    // A row that another resource shows stays empty, without a draft: it has gone already.
    const resources = await db.selectFrom('bases.resource as resource').innerJoin('bases.draft as draft', 'draft.resource_id', 'resource.id')
      .select('resource.id').where('resource.deleted_at', '<', before).orderBy('resource.deleted_at').limit(MOST_A_NIGHT).execute()
    for (const { id } of resources) await transaction((context) => removeForGood(context as Context, id))
    const collections = await db.selectFrom('bases.collection').select('id').where('deleted_at', '<', before).orderBy('deleted_at')
      .limit(MOST_A_NIGHT).execute()
    for (const { id } of collections) await transaction((context) => removeCollectionForGood(context as Context, id))
    return { bases: bases.length, resources: resources.length, collections: collections.length }
  },
})
