import { z } from 'zod'
import { audience, supportType, theme } from './limits.ts'
import { resourcesSeenBy, seesBase, type Context } from './policy.ts'

/** A published resource in a list. Its author is named when their profile is public; its base, when the reader may see it. */
export const resourceCard = z.object({
  id: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(),
  imageFileId: z.uuid().nullable(), imageAlt: z.string(),
  themes: z.array(theme), supportTypes: z.array(supportType), audiences: z.array(audience),
  base: z.object({ title: z.string(), slug: z.string() }).nullable(), authorName: z.string().nullable(),
  publishedAt: z.string(), lastPublishedAt: z.string(), saves: z.int(), views: z.int(), isOpen: z.boolean(),
})
export type ResourceCard = z.output<typeof resourceCard>

const cardsSeenBy = (context: Context) => resourcesSeenBy(context)
  .leftJoin('bases.base as base', (join) => join.onRef('base.id', '=', 'resource.base_id')
    .on('base.deleted_at', 'is', null).on(seesBase.where(context.actor, 'base')))
  .leftJoin('identity.card as author', (join) => join.onRef('author.id', '=', 'resource.created_by').on('author.is_public', '=', true))
  .where('resource.published_at', 'is not', null)
  .select([
    'resource.id', 'resource.slug', 'resource.title', 'resource.excerpt', 'resource.image_file_id', 'resource.image_alt', 'resource.themes',
    'resource.support_types', 'resource.audiences', 'resource.published_at', 'resource.last_published_at', 'resource.saves_count',
    'resource.views_count', 'resource.is_open', 'base.title as base_title', 'base.slug as base_slug', 'author.name as author_name',
  ])

type Row = Awaited<ReturnType<ReturnType<typeof cardsSeenBy>['executeTakeFirstOrThrow']>>

// The columns are not null once published (a constraint), and hold keys that the commands have checked.
const cardOf = (row: Row) => ({
  id: row.id, slug: row.slug!, title: row.title!, excerpt: row.excerpt!, imageFileId: row.image_file_id, imageAlt: row.image_alt ?? '',
  themes: row.themes as ResourceCard['themes'], supportTypes: row.support_types as ResourceCard['supportTypes'],
  audiences: row.audiences as ResourceCard['audiences'],
  base: row.base_slug === null ? null : { title: row.base_title!, slug: row.base_slug }, authorName: row.author_name,
  publishedAt: row.published_at!, lastPublishedAt: row.last_published_at!, saves: row.saves_count, views: row.views_count,
  isOpen: row.is_open,
})

/** Cards of these resources, in their order; those that the actor may not see are left out, whoever named them. */
export const cardsOf = async (context: Context, ids: readonly string[]): Promise<ResourceCard[]> => {
  if (ids.length === 0) return []
  const rows = await cardsSeenBy(context).where((eb) => eb('resource.id', '=', eb.fn.any(eb.val([...ids])))).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(cardOf)
}
