import { sql } from 'kysely'
import type { Context } from '#kernel/operation/operation.ts'

/** How mails fare: those that wait to leave, since when (ISO 8601), and those of the last day that did not leave. Counts only. */
export const mailStates = async ({ db, now }: Context): Promise<{ waiting: number; since: string | null; failed: number }> => {
  const { rows: [row] } = await sql<{ waiting: number; since: string | null; failed: number }>`
    select count(*) filter (where state in ('queued', 'claimed')) as waiting, min(at) filter (where state in ('queued', 'claimed')) as since,
      count(*) filter (where state in ('failed', 'uncertain')) as failed
    from mail.message where at > ${now}::timestamptz - interval '1 day'`.execute(db)
  return row!
}
