import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { packageConfirmed, packageGiven } from '../../events.ts'
import { DAY, later } from '../../limits.ts'
import type { Tables } from '../../policy.ts'
import { bringGivenPackage } from './bring-package.ts'
import { releaseArchive } from './imports.ts'
import { readGivenPackage } from './read-package.ts'

const startReading = reaction({
  name: 'bases.start-reading-package', to: packageGiven,
  run: (context: WorkerContext, { importId }) => context.enqueue(readGivenPackage, { importId }, { key: `read-package:${importId}` }),
})

const startBringing = reaction({
  name: 'bases.start-bringing-package', to: packageConfirmed,
  run: (context: WorkerContext, { importId }) => context.enqueue(bringGivenPackage, { importId }, { key: `bring-package:${importId}` }),
})

const KEPT_DAYS = 90

/** Each night, imports of three months ago are forgotten; what they have brought stays. */
const prunePackageImports = job({
  name: 'bases.prune-package-imports', payload: z.object({}).loose(), schedule: '22 3 * * *',
  run: async ({ db, now, transaction }: JobContext<Tables>) => {
    const old = await db.selectFrom('bases.package_import').select('id').where('created_at', '<', later(now, -KEPT_DAYS * DAY)).execute()
    for (const { id } of old) {
      await transaction(async (context) => {
        await releaseArchive(context, id)
        await context.db.deleteFrom('bases.package_import').where('id', '=', id).execute()
      })
    }
    return { forgotten: old.length }
  },
})

export const packageReactions = [startReading, startBringing]
export const packageJobs = [readGivenPackage, bringGivenPackage, prunePackageImports]
