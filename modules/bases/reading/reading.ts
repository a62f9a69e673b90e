import { sql } from 'kysely'
import type { NewContent } from '../draft/draft.ts'
import type { PersonCard } from '../people.ts'
import { contributes, seesBase, seesResource, type Context } from '../policy.ts'
import type { ResourceRow } from '../publishing/publishing.ts'
import type { ShownFile } from './shown-contents.ts'

interface Read {
  base: { title: string; slug: string; logoFileId: string | null } | null
  authors: PersonCard[]
  contents: NewContent[]
  files: ShownFile[]
  saved: boolean
}

/**
 * A published resource by its address, today's or one of before, if the reader sees it. Asked more often than anything else, so written in
 * SQL: to build the same statement cost a tenth of the page.
 */
export const resourceAt = async (context: Context, slug: string) => {
  const { rows: [resource] } = await sql<ResourceRow & { contributes: boolean; current: boolean }>`
    select resource.*, ${contributes(context)} as contributes, address.current
    from bases.slug as address join bases.resource as resource on resource.id = address.target_id
    where address.kind = 'resource' and address.slug = ${slug} and resource.published_at is not null and resource.deleted_at is null
      and ${seesResource.where(context.actor, 'resource')}`.execute(context.db)
  return resource
}

/**
 * All that the page of a published resource shows beside its own row, in one statement: its parts and the files that it shows, its base if
 * the reader sees it, those who wrote it whose profiles are public, the author first, and whether the reader keeps it.
 */
export const readAround = async ({ db, actor }: Context, { id, base_id, created_by, image_file_id }: ResourceRow): Promise<Read> => {
  const { rows: [row] } = await sql<Read>`with part as materialized (
      select id, type, title, text, url, caption, alt, file_id, linked_resource_id, position from bases.content
        where resource_id = ${id}::uuid)
    select
      (select json_build_object('title', base.title, 'slug', base.slug, 'logoFileId', base.logo_file_id) from bases.base as base
        where base.id = ${base_id}::uuid and base.deleted_at is null and ${seesBase.where(actor, 'base')}) as base,
      (select coalesce(json_agg(json_build_object('id', card.id, 'name', card.name, 'title', card.title, 'portraitFileId',
        card.portrait_file_id)
          order by writer.place, writer.since), '[]')
        from (select ${created_by}::uuid as person_id, 0 as place, null::timestamptz as since
          union all select person_id, 1, added_at from bases.resource_contributor where resource_id = ${id}::uuid
            and person_id is distinct from ${created_by}::uuid) as writer
        join identity.card as card on card.id = writer.person_id and card.is_public
        left join bases.profile as profile on profile.person_id = card.id where profile.withheld is null) as authors,
      (select coalesce(json_agg(json_build_object('id', id, 'type', type, 'title', title, 'text', text, 'url', url, 'caption', caption,
        'alt', alt,
          'fileId', file_id, 'linkedResourceId', linked_resource_id) order by position), '[]') from part) as contents,
      (select coalesce(json_agg(json_build_object('id', card.id, 'name', card.name, 'mime', card.mime, 'size', card.size, 'width',
        card.width,
          'height', card.height)), '[]') from files.card as card
        where card.id = any(array(select file_id from part where file_id is not null) || ${image_file_id}::uuid)) as files,
      exists (select from bases.saved where person_id = ${actor.id ?? null}::uuid and resource_id = ${id}::uuid) as saved`.execute(db)
  return row!
}
