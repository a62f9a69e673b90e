import { sql } from 'kysely'
import type { Context } from '../policy.ts'

/** In one letter; the rest is in the feed. */
const MOST = 12

export interface LetterLine { title: string; slug: string; whyKind: 'base' | 'person'; why: string }
export interface LetterContent { month: string; count: number; lines: LetterLine[] }

/** First day of the month of an instant, and of the one before or after: `2026-11-01`. Months of UTC, as the jobs'. */
export const monthOf = (at: string, offset = 0): string => {
  const date = new Date(at)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1)).toISOString().slice(0, 10)
}

/**
 * What those whom a person follows have published for all in a month, the latest first. Nothing private is ever sent by mail, even to
 * somebody who may read it: a letter is forwarded. @param month its first day
 */
export const letterOf = async ({ db }: Context, personId: string, month: string): Promise<LetterContent> => {
  const { rows } = await sql<LetterLine & { total: number }>`
    select resource.title, resource.slug, case when base.id is not null then 'base' else 'person' end as "whyKind",
      coalesce(base.title, person.name) as why, count(*) over () as total
    from bases.resource
    left join bases.followed_base as by_base on by_base.base_id = resource.base_id and by_base.person_id = ${personId}::uuid
    left join bases.base on base.id = by_base.base_id and base.is_public and base.deleted_at is null
    left join bases.followed_person as by_person on by_person.followed_id = resource.created_by and by_person.person_id = ${personId}::uuid
    left join identity.card as person on person.id = by_person.followed_id and person.is_public
    where resource.is_open and resource.created_by is distinct from ${personId}::uuid
      and resource.published_at >= ${month}::date and resource.published_at < ${month}::date + interval '1 month'
      and (base.id is not null or person.name is not null)
    order by resource.published_at desc, resource.id limit ${MOST}`.execute(db)
  return { month, count: rows[0]?.total ?? 0, lines: rows.map(({ title, slug, whyKind, why }) => ({ title, slug, whyKind, why })) }
}
