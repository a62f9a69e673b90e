import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { configured } from './configuration.ts'
import { sweep } from './incoming.ts'
import type { Context } from './policy.ts'
import { scanAllHeld } from './scan.ts'
import { keyOf } from './storage/storage.ts'

const payload = z.object({}).loose()
const aDayAgo = sql<string>`now() - interval '1 day'`

/** Files that nothing has shown for a day. A command that attaches one at the same time holds its row: its reference is then counted. */
export const collectOrphans = job({
  name: 'files.collect-orphans', payload, schedule: '23 * * * *',
  run: async ({ db, now }: Context) => {
    const { numUpdatedRows } = await db.updateTable('files.file').set({ state: 'deleted', changed_at: now })
      .where('state', 'in', ['held', 'ready']).where('reference_count', '=', 0).where('unreferenced_since', '<', aDayAgo)
      .executeTakeFirstOrThrow()
    return { files: Number(numUpdatedRows) }
  },
})

/** Uploads begun a day ago and never ended, and refusals that were told; with them what lies where bytes arrive. */
export const expireUploads = job({
  name: 'files.expire-uploads', payload, schedule: '53 * * * *',
  run: async ({ db, now }: Context) => {
    const { numUpdatedRows } = await db.updateTable('files.file').set({ state: 'deleted', changed_at: now })
      .where('state', 'in', ['uploading', 'refused']).where('changed_at', '<', aDayAgo).executeTakeFirstOrThrow()
    return { uploads: Number(numUpdatedRows), parts: await sweep() }
  },
})

const AT_ONCE = 500

/**
 * Takes away the bytes of deleted files, then their rows: a row that is still there says that bytes may be too, so whatever stops this
 * job, the next one goes on. @throws AggregateError of what the storage threw, once all were tried.
 */
export const removeBytes = job({
  name: 'files.remove-bytes', payload, schedule: '*/10 * * * *',
  run: async ({ db }: Context) => {
    const { storage } = configured()
    const deleted = await db.selectFrom('files.file').select(['id', 'widths']).where('state', '=', 'deleted')
      .orderBy('changed_at').limit(AT_ONCE).execute()
    const failures: unknown[] = []
    for (const { id, widths } of deleted) {
      try {
        for (const width of [undefined, ...widths]) await storage.remove(keyOf(id, width))
        await db.deleteFrom('files.file').where('id', '=', id).where('state', '=', 'deleted').execute()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length) throw new AggregateError(failures, 'Some bytes could not be removed')
    return { files: deleted.length }
  },
})

/** Files that wait because the scanner did not answer when they came. */
export const scanWaiting = job({
  name: 'files.scan-held', payload, schedule: '*/10 * * * *',
  run: (context: Context) => scanAllHeld(context),
})
