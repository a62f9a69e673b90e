import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { goneAt } from '../publishing/deletion.ts'
import { decidesOnResource, editsCollection, type Context } from '../policy.ts'
import { restoreBase } from './restore-base.ts'
import { restoreCollection } from './restore-collection.ts'
import { restoreResource } from './restore-resource.ts'

const MOST = 100

const line = { id: z.uuid(), title: z.string(), deletedAt: z.string(), goneAt: z.string() }

/** What the person deleted, or decides on, that can still be brought back: the latest first. A resource that went with its base comes back with it. */
export const listDeleted = query({
  http: 'GET /my/deleted',
  input: z.object({}),
  output: z.object({
    resources: z.array(z.object({ ...line, wasPublished: z.boolean() })), bases: z.array(z.object({ ...line, resourcesCount: z.int() })),
    collections: z.array(z.object({ ...line, resourcesCount: z.int() })),
  }),
  allow: signedIn,
  can: { restoreResource: { ...restoreResource, allow: signedIn }, restoreBase: { ...restoreBase, allow: signedIn },
    restoreCollection: { ...restoreCollection, allow: signedIn } },
  run: async ({ db, actor }: Context) => {
    const [resources, bases, collections] = await Promise.all([
      db.selectFrom('bases.resource as resource').innerJoin('bases.draft as draft', 'draft.resource_id', 'resource.id')
        .leftJoin('bases.base as base', 'base.id', 'resource.base_id')
        .where('resource.deleted_at', 'is not', null).where('resource.withheld', 'is distinct from', 'deleted').where('base.deleted_at', 'is', null).where(decidesOnResource.where(actor, 'resource'))
        .select(['resource.id', 'resource.deleted_at', 'resource.published_at', sql<string>`draft.state -> 'heading' ->> 'title'`.as('title')])
        .orderBy('resource.deleted_at', 'desc').orderBy('resource.id').limit(MOST).execute(),
      db.selectFrom('bases.base as base').innerJoin('bases.base_member as member', 'member.base_id', 'base.id')
        .where('member.person_id', '=', actor.id!).where('member.role', '=', 'administrator').where('base.deleted_at', 'is not', null)
        .where('base.withheld', 'is distinct from', 'deleted').select(['base.id', 'base.title', 'base.deleted_at'])
        .select(sql<number>`(select count(*) from bases.resource as one where one.base_id = base.id and one.deleted_at = base.deleted_at)`.as('resourcesCount'))
        .orderBy('base.deleted_at', 'desc').orderBy('base.id').limit(MOST).execute(),
      db.selectFrom('bases.collection as collection').leftJoin('bases.base as base', 'base.id', 'collection.base_id')
        .where('collection.deleted_at', 'is not', null).where('base.deleted_at', 'is', null).where(editsCollection.where(actor,
          'collection'))
        .select(['collection.id', 'collection.title', 'collection.deleted_at'])
        .select(sql<number>`(select count(*) from bases.collection_resource as held where held.collection_id = collection.id)`.as('resourcesCount'))
        .orderBy('collection.deleted_at', 'desc').orderBy('collection.id').limit(MOST).execute(),
    ])
    return {
      resources: resources.map((row) => ({
        id: row.id, title: row.title, deletedAt: row.deleted_at!, goneAt: goneAt(row.deleted_at!), wasPublished: row.published_at !== null,
      })),
      bases: bases.map((row) => ({ id: row.id, title: row.title, deletedAt: row.deleted_at!, goneAt: goneAt(row.deleted_at!), resourcesCount: row.resourcesCount })),
      collections: collections.map((row) => (
        { id: row.id, title: row.title ?? '', deletedAt: row.deleted_at!, goneAt: goneAt(row.deleted_at!),
          resourcesCount: row.resourcesCount })),
    }
  },
})
