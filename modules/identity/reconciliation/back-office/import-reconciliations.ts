import { CsvError } from 'csv-parse/sync'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { readAnnounced } from '../announced.ts'

/** Lines at once, for one statement; and faulty ones that the report shows. */
const [BATCH, SHOWN] = [500, 50]

const read = (text: string) => {
  try {
    return readAnnounced(text)
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('identity.list-unreadable')
    throw error
  }
}

/**
 * Announces which address follows which, from two columns. It gives nothing to anybody: whoever has proved the first is proposed the second, and
 * proves it too. The answer holds the list, so it is kept nowhere: the page shows it once, to be imported after a rehearsal.
 */
export const importReconciliations = command({
  http: 'POST /back-office/reconciliations',
  input: z.object({ list: z.string().trim().min(3).max(500_000), mode: z.enum(['rehearsal', 'import']) }),
  output: z.object({
    mode: z.enum(['rehearsal', 'import']), list: z.string(), added: z.int(), known: z.int(), wrong: z.int(),
    faulty: z.array(z.object({ line: z.int(), why: z.enum(['columns', 'address', 'same', 'twice']) })),
  }),
  allow: holds('administrator'),
  secret: true,
  run: async ({ db, now }: Context, { list, mode }) => {
    const { announced, faulty } = read(list)
    const known = new Set<string>()
    for (let from = 0; from < announced.length; from += BATCH) {
      const batch = announced.slice(from, from + BATCH)
      const there = await db.selectFrom('identity.email_reconciliation').select('expected_new_email')
        .where('expected_new_email', 'in', batch.map(({ newEmail }) => newEmail)).execute()
      for (const one of there) known.add(one.expected_new_email)
      const fresh = batch.filter(({ newEmail }) => !known.has(newEmail))
      if (mode === 'rehearsal' || fresh.length === 0) continue
      await db.insertInto('identity.email_reconciliation').values(fresh.map(({ oldEmail, newEmail }) =>
        ({ id: v7(), old_email: oldEmail, expected_new_email: newEmail, created_at: now }))).onConflict((one) => one.doNothing()).execute()
    }
    return {
      mode, list: mode === 'rehearsal' ? list : '', added: announced.length - known.size, known: known.size, wrong: faulty.length,
      faulty: faulty.slice(0, SHOWN),
    }
  },
})
