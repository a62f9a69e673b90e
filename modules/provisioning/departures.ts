import { sql } from 'kysely'
import type { Import } from './assess.ts'
import type { Context } from './policy.ts'

/** More than this share of what lists brought, and a person types how many leave. */
export const MOST_SHARE = 0.1

/** Whether so many departures want to be confirmed by typing their number. */
export const isMassive = (departures: number, placesBefore: number): boolean => departures > placesBefore * MOST_SHARE

/**
 * Lists what an import ends: the places of those whose row says that they leave, and, to synchronise, what earlier lists gave and this one
 * does not name. A row in quarantine makes nobody leave. Only places that lists gave, and only in the group of an import for one group.
 * @returns how many places there are in all, to compare.
 */
export const listDepartures = async ({ db }: Context, one: Import): Promise<number> => {
  const scope = sql`place.organisation_id = ${one.organisation_id} and place.is_ours and place.source = 'csv'
    and (${one.group_id}::uuid is null or place.group_id = ${one.group_id}::uuid)`
  await sql`delete from provisioning.departure where import_id = ${one.id}`.execute(db)
  await sql`insert into provisioning.departure (organisation_id, import_id, place_id, subject_id, place)
    select place.organisation_id, ${one.id}::uuid, place.id, place.subject_id, to_jsonb(place) from provisioning.place as place
    where ${scope} and (
      exists (select from provisioning.row as gone where gone.import_id = ${one.id} and gone.subject_id = place.subject_id and gone.verdict = 'leave')
      or (${one.mode === 'synchronise'}::boolean and not exists (
        select from provisioning.row as named where named.import_id = ${one.id} and named.subject_id = place.subject_id
          and (named.verdict = 'invalid' or place.role || '/' || place.group_name = any(named.places)))))`.execute(db)
  const { rows: [all] } = await sql<{ places: number }>`select count(*) as places from provisioning.place as place where ${scope}`.execute(db)
  return all?.places ?? 0
}
