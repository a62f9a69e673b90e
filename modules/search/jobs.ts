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
