import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { v7 } from '#kernel/id.ts'
import { firstKeyAt } from './period.ts'
import { sealNext } from './sealing.ts'

/** Each minute: what was committed since is sealed. */
export const sealTrace = job({
  name: 'audit.seal-trace',
  payload: z.object({}).loose(),
  schedule: '* * * * *',
  run: async ({ db, now }: WorkerContext) => {
    let lines = 0
    for (let sealed = await sealNext(db, now); sealed > 0; sealed = await sealNext(db, now)) lines += sealed
    return { lines }
  },
})

/**
 * Days that the trace is kept: what was given and from where for a year, the lines themselves for three (CNIL, recommendation on
 * logging of 14 October 2021: six months to one year, three years at most where the risk asks for it).
 */
const retention = { payload: 365, line: 3 * 365 }

const DAY = 86_400_000

/** Each night: payloads, then lines, at the end of their retention. The chain still verifies. */
export const pruneTrace = job({
  name: 'audit.prune-trace',
  payload: z.object({}).loose(),
  schedule: '43 2 * * *',
  run: async ({ db, now }: WorkerContext) => {
    const before = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString()
    const { rows: [old] } = await sql<{ found: boolean }>`select exists (
      select from audit.entry where salt is not null and id < ${firstKeyAt(before(retention.payload))}::uuid) as found`.execute(db)
    const purged = old?.found ? await purge(db, { before: before(retention.payload) }) : 0
    const { rows: [gone] } = await sql<{ lines: number }>`
      select audit.forget(${v7()}, ${before(retention.line)}::timestamptz) as lines`.execute(db)
    return { purged, forgotten: gone!.lines }
  },
})

/**
 * Empties payloads: those of before an instant, or those of what was done by, for or to a person. For the worker alone.
 * @returns how many lines it emptied.
 */
export const purge = async (db: WorkerContext['db'], what: { before: string } | { person: string }): Promise<number> => {
  const { rows: [row] } = await sql<{ lines: number }>`select audit.purge(${v7()}, ${'before' in what ? what.before : null}::timestamptz,
    ${'person' in what ? what.person : null}::uuid) as lines`.execute(db)
  return row!.lines
}
