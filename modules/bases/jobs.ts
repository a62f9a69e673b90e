import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { Tables } from './policy.ts'

/** Each hour, forgets visits that no longer serve to count readings once, and who had a draft open. */
export const forgetViews = job({
  name: 'bases.forget-views', payload: z.object({}), schedule: '17 * * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const { numAffectedRows } = await sql`delete from bases.view where at < now() - interval '2 hours'`.execute(db)
    await sql`delete from bases.writing where at < now() - interval '1 hour'`.execute(db)
    const opened = await sql`delete from bases.opening where at < now() - interval '2 hours'`.execute(db)
    return { forgotten: Number(numAffectedRows ?? 0) + Number(opened.numAffectedRows ?? 0) }
  },
})
