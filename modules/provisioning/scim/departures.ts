import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import { MOST_SHARE } from '../departures.ts'
import type { Context } from '../policy.ts'

/** A directory of a few people may lose some at once. */
const ALWAYS = 10
/** How many of so many users may leave within a day without a person's agreement. */
export const mostDepartures = (users: number): number => Math.max(ALWAYS, Math.floor(users * MOST_SHARE))

/**
 * Counts a user whom the directory takes away or deactivates, and stops it beyond a tenth of them within a day: a filter that was changed by mistake
 * empties no organisation. @throws Refusal `provisioning.scim-departures`, 403.
 */
export const countDeparture = async ({ db, now }: Context, organisationId: string): Promise<void> => {
  const { rows: [day] } = await sql<{ users: number; departures: number; allowed: boolean }>`insert into provisioning.directory as directory
      (organisation_id, window_start, users, departures)
    select ${organisationId}, ${now}::timestamptz, count(*), 1 from provisioning.scim_user where organisation_id = ${organisationId} and is_active
    on conflict (organisation_id) do update set
      departures = case when directory.window_start < ${now}::timestamptz - interval '1 day' then 1 else directory.departures + 1 end,
      users = case when directory.window_start < ${now}::timestamptz - interval '1 day' then excluded.users else directory.users end,
      window_start = case when directory.window_start < ${now}::timestamptz - interval '1 day' then excluded.window_start else directory.window_start end
    returning users, departures, coalesce(allowed_until > ${now}::timestamptz, false) as allowed`.execute(db)
  if (!day || day.allowed || day.departures <= mostDepartures(day.users)) return
  throw new Refusal('provisioning.scim-departures', { detail: 'more than a tenth of the users would leave within a day: a person in charge has to allow it' }, 403)
}
