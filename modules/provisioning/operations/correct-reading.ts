import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { importStarted } from '../events.ts'
import { encoding, importId, mapping, separator } from '../limits.ts'
import { lockedImport, mayImport, type Context } from '../policy.ts'
import { mappingProblem } from '../reader/format.ts'

/** Says how the file is written and what its columns hold, where the guess was wrong; it is then read again. */
export const correctReading = command({
  http: 'PATCH /imports/:importId/reading',
  input: z.object({ importId, encoding, separator, mapping: mapping.optional() }),
  output: z.object({ version: z.int() }),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  versioned: true,
  when: ({ state }) => state === 'ready' || state === 'unreadable' ? undefined : 'provisioning.not-ready',
  run: async ({ db, record }: Context, input, one) => {
    // Read otherwise, the columns may be others: what they hold is guessed again.
    const sameColumns = input.encoding === one.encoding && input.separator === one.separator
    const chosen = sameColumns && input.mapping?.length === one.heading?.length ? input.mapping : undefined
    const problem = chosen && mappingProblem(chosen)
    if (problem) throw new Refusal(`provisioning.mapping-${problem.code}`, { field: problem.field })
    const { version } = await db.updateTable('provisioning.import').set({
      encoding: input.encoding, separator: input.separator, mapping: chosen ?? null, is_corrected: true, state: 'reading', reading: one.reading + 1,
      rows_read: 0, reason: null, reason_line: null, version: one.version + 1,
    }).where('id', '=', one.id).returning('version').executeTakeFirstOrThrow()
    await record(importStarted, { organisationId: one.organisation_id, importId: one.id })
    return { version }
  },
})
