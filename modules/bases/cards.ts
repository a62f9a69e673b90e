import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#kernel/operation/actor.ts'
import { audience, supportType, theme } from './limits.ts'
import { seesBase, seesResource, type Context } from './policy.ts'

/** A published resource in a list. Its author is named when their profile is public; its base, when the reader may see it. */
export const resourceCard = z.object({
  id: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(),
  imageFileId: z.uuid().nullable(), imageAlt: z.string(),
  themes: z.array(theme), supportTypes: z.array(supportType), audiences: z.array(audience),
  base: z.object({ title: z.string(), slug: z.string() }).nullable(), authorName: z.string().nullable(),
  publishedAt: z.string(), lastPublishedAt: z.string(), saves: z.int(), views: z.int(), isOpen: z.boolean(),
})
export type ResourceCard = z.output<typeof resourceCard>

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * Cards of these resources, in their order, as a value of a statement; those that the actor may not see are left out, whoever named them.
 * Of every list, so written in SQL (docs/decisions/0019), and as JSON: thirty rows of seventeen columns took the server four times as long to read.
 * The columns are not null once published (a constraint), and hold keys that the commands have checked.
 */
export const selectCards = (actor: Actor, ids: readonly string[]) => sql<ResourceCard[]>`
  (select coalesce(json_agg(json_build_object('id', resource.id, 'slug', resource.slug, 'title', resource.title, 'excerpt', resource.excerpt,
      'imageFileId', resource.image_file_id, 'imageAlt', coalesce(resource.image_alt, ''), 'themes', resource.themes,
      'supportTypes', resource.support_types, 'audiences', resource.audiences,
      'base', case when base.id is not null then json_build_object('title', base.title, 'slug', base.slug) end, 'authorName', author.name,
      'publishedAt', ${iso('resource.published_at')}, 'lastPublishedAt', ${iso('resource.last_published_at')},
      'saves', resource.saves_count, 'views', resource.views_count, 'isOpen', resource.is_open) order by asked.place), '[]')
    from unnest(${[...ids]}::uuid[]) with ordinality as asked(id, place)
    join bases.resource as resource on resource.id = asked.id
    left join bases.base as base on base.id = resource.base_id and base.deleted_at is null and ${seesBase.where(actor, 'base')}
    left join identity.card as author on author.id = resource.created_by and author.is_public
    where resource.deleted_at is null and resource.published_at is not null and ${seesResource.where(actor, 'resource')})`

/** These cards alone. */
export const cardsOf = async ({ db, actor }: Context, ids: readonly string[]): Promise<ResourceCard[]> =>
  ids.length === 0 ? [] : (await sql<{ cards: ResourceCard[] }>`select ${selectCards(actor, ids)} as cards`.execute(db)).rows[0]!.cards
