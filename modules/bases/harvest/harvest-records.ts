import { sql } from 'kysely'
import type { Context } from '../policy.ts'
import { openResourcesOf, type OpenResource, type Place } from './records.ts'

/** What a catalogue is told: a resource that all may read, or only that one is gone. `at` is the instant of its last change. */
export interface HarvestRecord { id: string; at: string; baseId: string | null; resource: OpenResource | undefined }
interface Wanted { id?: string; baseId?: string; from?: string; until?: string; after?: Place; most: number }

/** To the microsecond, as the database keeps it. */
const changedAt = sql<string>`to_char(record.changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Records in the order of their last change, those of what was withdrawn or deleted included: a harvester keeps what it is not told of. */
export const harvestRecords = async (context: Context, { id, baseId, from, until, after, most }: Wanted): Promise<HarvestRecord[]> => {
  let query = context.db.selectFrom('bases.harvest_record as record')
    .select(['record.resource_id', 'record.base_id', 'record.withdrawn', changedAt.as('at')])
    .orderBy('record.changed_at').orderBy('record.resource_id').limit(most)
  if (id) query = query.where('record.resource_id', '=', id)
  if (baseId) query = query.where('record.base_id', '=', baseId)
  if (from) query = query.where('record.changed_at', '>=', from)
  // Instants are given to the second: what changed within the last one is in.
  if (until) query = query.where('record.changed_at', '<', sql<string>`${until}::timestamptz + interval '1 second'`)
  if (after) query = query.where(sql<boolean>`(record.changed_at, record.resource_id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.execute()
  const open = await openResourcesOf(context, rows.flatMap(({ resource_id, withdrawn }) => withdrawn ? [] : resource_id))
  // What was withdrawn between the two queries is gone too.
  return rows.map(({ resource_id, base_id, at }) => ({ id: resource_id, at, baseId: base_id, resource: open.get(resource_id) }))
}

/** The oldest change that is told of, for who harvests from the beginning; now when nothing was ever published. */
export const earliestChange = async ({ db, now }: Context): Promise<string> =>
  (await db.selectFrom('bases.harvest_record').select('changed_at').orderBy('changed_at').limit(1).executeTakeFirst())?.changed_at ?? now
