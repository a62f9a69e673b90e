import { sql } from 'kysely'
import { visitor } from '#kernel/operation/actor.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'

/** What anybody may read, whoever asks: what programs take away is kept and shown to all. */
export const asAnybody = (context: Context): Context => ({ ...context, actor: visitor })

/** A place in the order of publication, where the next page begins: `at` to the microsecond, as the database keeps it. */
export interface Place { at: string; id: string }
export const placedAt = sql<string>`to_char(resource.last_published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

export interface Wanted {
  baseId?: string
  /** Instants, both included. */
  from?: string
  until?: string
  after?: Place
  latest?: boolean
  most: number
}

const open = (context: Context) => resourcesSeenBy(context).where('resource.is_open', '=', true)

/** Resources open to all with what describes them, in the order of their last publication, or the latest first. */
export const openResources = (context: Context, { baseId, from, until, after, latest, most }: Wanted) => {
  const order = latest ? 'desc' as const : 'asc' as const
  let query = open(asAnybody(context))
    .leftJoin('bases.base as base', 'base.id', 'resource.base_id')
    .leftJoin('identity.card as author', (join) => join.onRef('author.id', '=', 'resource.created_by').on('author.is_public', '=', true))
    .select([
      'resource.id', 'resource.slug', 'resource.title', 'resource.description', 'resource.excerpt', 'resource.themes', 'resource.support_types',
      'resource.audiences', 'resource.licence', 'resource.published_at', 'resource.last_published_at', 'resource.image_file_id',
      'base.id as base_id', 'base.title as base_title', 'author.name as author_name', placedAt.as('placed_at'),
    ])
    .orderBy('resource.last_published_at', order).orderBy('resource.id', order).limit(most)
  if (baseId) query = query.where('resource.base_id', '=', baseId)
  if (from) query = query.where('resource.last_published_at', '>=', from)
  // Instants are given to the second: what was published within the last one is in.
  if (until) query = query.where('resource.last_published_at', '<', sql<string>`${until}::timestamptz + interval '1 second'`)
  if (after) query = query.where(sql<boolean>`(resource.last_published_at, resource.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof openResources>['executeTakeFirstOrThrow']>>
// The columns are not null once published (a constraint).
type Published = 'slug' | 'title' | 'description' | 'excerpt' | 'licence' | 'published_at' | 'last_published_at'
export type OpenResource = Omit<Row, Published> & { [K in Published]: NonNullable<Row[K]> }

/** @see openResources */
export const readOpen = async (context: Context, wanted: Wanted): Promise<OpenResource[]> =>
  await openResources(context, wanted).execute() as OpenResource[]

/** Those of these that are open to all, by identifier. */
export const openResourcesOf = async (context: Context, ids: readonly string[]): Promise<Map<string, OpenResource>> => {
  const rows = ids.length === 0 ? [] : await openResources(context, { most: ids.length }).where('resource.id', 'in', ids).execute()
  return new Map((rows as OpenResource[]).map((row) => [row.id, row]))
}

/** A base open to all, by its address of today or of before. */
export const openBase = (context: Context, slug: string) => context.db.selectFrom('bases.base as base')
  .innerJoin('bases.slug as address', (join) => join.onRef('address.target_id', '=', 'base.id').on('address.kind', '=', 'base'))
  .where('address.slug', '=', slug).where('base.deleted_at', 'is', null).where('base.is_public', '=', true)
  .select(['base.id', 'base.slug', 'base.title', 'base.excerpt', 'base.created_at']).executeTakeFirst()
