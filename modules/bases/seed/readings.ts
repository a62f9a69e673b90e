import { sql } from 'kysely'
import type { Seeding } from '../seed.ts'

/**
 * The readings that the demonstration gives to a resource, spread over the days since it was published: some each week, so that the
 * statistics of authors and of the platform have a past. Their sum is the count that readers see.
 */
export const seedReadings = async ({ owner }: Seeding): Promise<void> => {
  await sql`insert into bases.daily_view (resource_id, day, views)
    select id, day, count(*) from (
      select id, published_at::date + ((now()::date - published_at::date) * sqrt(n::float8 / views_count))::int as day
      from bases.resource, generate_series(1, views_count) n where published_at is not null and views_count > 0) as reading
    group by id, day`.execute(owner)
}
