import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import type { Tables } from '../policy.ts'

/** How long an import can be undone and its report read. In days. */
export const KEPT = 90

/** Each night: files that no import took, or that nobody confirmed within a month; rows of old imports, which describe people. */
export const pruneLists = job({
  name: 'provisioning.prune-lists',
  payload: z.object({}).loose(),
  schedule: '41 3 * * *',
  run: async ({ db }: JobContext<Tables>) => {
    await sql`update provisioning.import set state = 'abandoned', source_id = null, examples = null, version = version + 1
      where state in ('ready', 'unreadable') and created_at < now() - interval '30 days'`.execute(db)
    const { numAffectedRows: sources } = await sql`delete from provisioning.source where created_at < now() - interval '1 day'
      and not exists (select from provisioning.import where import.source_id = source.id)`.execute(db)
    const { numAffectedRows: rows } = await sql`delete from provisioning.row using provisioning.import
      where import.id = row.import_id and (import.state in ('abandoned', 'undone') or import.created_at < now() - make_interval(days => ${KEPT}::int))
        and import.state not in ('applying', 'undoing', 'reading')`.execute(db)
    return { sources: Number(sources ?? 0), rows: Number(rows ?? 0) }
  },
})
