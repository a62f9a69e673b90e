import { sql } from 'kysely'
import type { Seeding } from '../seed.ts'

/**
 * The readings that the demonstration gives to a resource, spread over the days since it was published: some each week, so that the
 * statistics of authors and of the platform have a past. Their sum is the count that readers see. Some of those who
 * read follow a link, or take a file.
 */
export const seedReadings = async ({ owner }: Seeding): Promise<void> => {
  await sql`insert into bases.daily_view (resource_id, day, views)
    select id, day, count(*) from (
      select id, published_at::date + ((now()::date - published_at::date) * sqrt(n::float8 / views_count))::int as day
      from bases.resource, generate_series(1, views_count) n where published_at is not null and views_count > 0) as reading
    group by id, day`.execute(owner)
  await sql`with opened as (
      select resource_id, id, type, day, greatest(1, round(views * share)) as openings from (
        select content.resource_id, content.id, content.type, read.day, read.views, 0.15 + 0.05 * (content.position % 4) as share
        from bases.content join bases.daily_view as read on read.resource_id = content.resource_id
        where content.type = 'link' or (content.type = 'file' and content.file_id is not null)) as part
      where round(views * share) > 0 or extract(day from day)::int % 5 = 0),
    daily as (
      insert into bases.daily_opening (resource_id, day, kind, openings)
      select resource_id, day, type, sum(openings) from opened group by resource_id, day, type)
    insert into bases.opened_part (resource_id, content_id, kind, openings)
    select resource_id, id, type, sum(openings) from opened group by resource_id, id, type`.execute(owner)
}
