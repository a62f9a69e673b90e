import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'

/** Each night: the lexicon forgets the words of documents that are gone. */
export const pruneLexicon = job({
  name: 'search.prune-lexicon',
  payload: z.object({}).loose(),
  schedule: '43 2 * * *',
  run: async ({ db }: WorkerContext) => {
    const { rows } = await sql<{ words: number }>`select search.prune() as words`.execute(db)
    return { words: rows[0]?.words ?? 0 }
  },
})

/** Days for which a search keeps the name of whoever agreed, and then for which its words are kept without one. */
const NAMED = 30
const KEPT = 396

/** Each night: searches lose the name of whoever asked after thirty days, and go after thirteen months, which the statistics have counted. */
export const forgetSearches = job({
  name: 'search.forget-searches',
  payload: z.object({}).loose(),
  schedule: '51 2 * * *',
  run: async ({ db, now }: WorkerContext) => {
    const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
    const unnamed = await sql`update search.asked set person_id = null where person_id is not null
      and (at < ${before(NAMED)}::timestamptz or not exists (select from search.consent where consent.person_id = asked.person_id))`.execute(db)
    const gone = await sql`delete from search.asked where at < ${before(KEPT)}::timestamptz`.execute(db)
    return { unnamed: Number(unnamed.numAffectedRows ?? 0), gone: Number(gone.numAffectedRows ?? 0) }
  },
})

/** Adds up what writers noted of the counts of open documents (0007-tally.sql), so that readers have few lines to add. */
export const foldTally = job({
  name: 'search.fold-tally',
  payload: z.object({}).loose(),
  schedule: '*/5 * * * *',
  run: async ({ db }: WorkerContext) => {
    const { rows } = await sql<{ changes: number }>`select search.fold_tally() as changes`.execute(db)
    return { changes: rows[0]?.changes ?? 0 }
  },
})
