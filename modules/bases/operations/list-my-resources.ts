import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { page, perPage } from '../limits.ts'
import { basesOf, editsResource, resourcesSeenBy, seesBase, type Context } from '../policy.ts'

const line = z.object({
  id: z.uuid(), title: z.string(), slug: z.string().nullable(), imageFileId: z.uuid().nullable(),
  /** `draft` was never published; `published` may have changes that readers do not see yet. */
  state: z.enum(['draft', 'published']), changed: z.boolean(), isOpen: z.boolean(), isPublic: z.boolean(),
  base: z.object({ id: z.uuid(), title: z.string(), slug: z.string() }).nullable(),
  mine: z.boolean(), updatedAt: z.string(), publishedAt: z.string().nullable(), views: z.int(), saves: z.int(),
})

/** The three ways of `editsResource`, each by its index: together in one condition they would read every resource there is. */
const written = (context: Context) => context.db.selectFrom('bases.resource').select('id').where('created_by', '=', context.actor.id!)
  .union(context.db.selectFrom('bases.resource_contributor').select('resource_id as id').where('person_id', '=', context.actor.id!))
  .union(context.db.selectFrom('bases.resource').select('id').where((eb) => eb('base_id', '=', eb.fn.any(eb.val(basesOf(context))))))

const mine = (context: Context, state: 'draft' | 'published' | undefined, base: string | undefined) => resourcesSeenBy(context)
  .where('resource.id', 'in', written(context)).where(editsResource.where(context.actor, 'resource'))
  .$if(state === 'draft', (query) => query.where('resource.published_at', 'is', null))
  .$if(state === 'published', (query) => query.where('resource.published_at', 'is not', null))
  .$if(base !== undefined, (query) => query.where('resource.base_id', '=', base!))

/** What the person writes, alone or with others, last written first; their drafts, or what is published, when `state` says so. */
export const listMyResources = query({
  http: 'GET /my/resources',
  input: z.object({ state: z.enum(['draft', 'published']).optional(), baseId: z.uuid().optional(), page, perPage }),
  output: z.object({ resources: z.array(line), total: z.int(), page: z.int(), pages: z.int() }),
  allow: signedIn,
  run: async (context: Context, { state, baseId, page, perPage }) => {
    const [rows, { total }] = await Promise.all([
      mine(context, state, baseId).innerJoin('bases.draft as draft', 'draft.resource_id', 'resource.id')
        .leftJoin('bases.base as base', (join) => join.onRef('base.id', '=', 'resource.base_id').on(seesBase.where(context.actor, 'base')))
        .select([
          'resource.id', 'resource.slug', 'resource.is_open', 'resource.is_public', 'resource.created_by', 'resource.published_at',
          'resource.views_count', 'resource.saves_count', 'draft.changed', 'draft.updated_at', 'base.id as base_id',
          'base.title as base_title',
          'base.slug as base_slug', sql<string>`draft.state -> 'heading' ->> 'title'`.as('title'),
          sql<string | null>`draft.state -> 'image' ->> 'fileId'`.as('image_file_id'),
        ])
        .orderBy('draft.updated_at', 'desc').orderBy('resource.id', 'desc').limit(perPage).offset((page - 1) * perPage).execute(),
      mine(context, state, baseId).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ])
    const resources = rows.map((row) => ({
      id: row.id, title: row.title, slug: row.slug, imageFileId: row.image_file_id,
      state: row.published_at === null ? 'draft' as const : 'published' as const, changed: row.changed, isOpen: row.is_open,
      isPublic: row.is_public, base: row.base_id === null ? null : { id: row.base_id, title: row.base_title!, slug: row.base_slug! },
      mine: row.created_by === context.actor.id, updatedAt: row.updated_at, publishedAt: row.published_at,
      views: row.views_count, saves: row.saves_count,
    }))
    return { resources, total, page, pages: Math.ceil(total / perPage) }
  },
})
