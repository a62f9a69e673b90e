import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import type { Tables } from '../policy.ts'
import { releaseSource } from '../source.ts'

/** How long an import can be undone and its report read. In days. */
export const KEPT = 90

/** Each night: imports that nobody confirmed within a month, with their files; rows of old imports, which describe people. */
export const pruneLists = job({
  name: 'provisioning.prune-lists',
  payload: z.object({}).loose(),
  schedule: '41 3 * * *',
  run: async (context: JobContext<Tables>) => {
    const { db } = context
    const { rows: old } = await sql<{ id: string }>`update provisioning.import set state = 'abandoned', file_id = null, examples = null, version = version + 1
      where state in ('ready', 'unreadable') and created_at < now() - interval '30 days' returning id`.execute(db)
    for (const { id } of old) await releaseSource(context, id)
    const { numAffectedRows: rows } = await sql`delete from provisioning.row using provisioning.import
      where import.id = row.import_id and (import.state in ('abandoned', 'undone') or import.created_at < now() - make_interval(days => ${KEPT}::int))
        and import.state not in ('applying', 'undoing', 'reading')`.execute(db)
    return { abandoned: old.length, rows: Number(rows ?? 0) }
  },
})
