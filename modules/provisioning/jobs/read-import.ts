import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { organisationByIdentifier } from '#modules/organisations/api.ts'
import { assessRows, placesOf, placeText, rowKey, type Import } from '../assess.ts'
import { listDepartures } from '../departures.ts'
import { importRead } from '../events.ts'
import type { Context, Tables } from '../policy.ts'
import { mappingProblem } from '../reader/format.ts'
import { keyOf } from '../reader/person.ts'
import { columnsOf, mannerOf, rowsOf, type Source, type Syntax } from '../reader/read.ts'
import { Unreadable, type Row } from '../reader/row.ts'
import type { Encoding } from '../reader/encoding.ts'
import type { Field } from '../reader/fields.ts'
import type { Separator } from '../reader/separator.ts'
import { holdSource, openSource, sourceName } from '../source.ts'

const BATCH = 500
/** When to ask again for a file that waits for the virus scanner. In milliseconds. */
const AGAIN = 60_000

/** Of an import that still waits for this reading: a correction since then has started another. */
const current = (db: Context['db'], importId: string, reading: number) => db.selectFrom('provisioning.import').selectAll()
  .where('id', '=', importId).where('reading', '=', reading).where('state', '=', 'reading')

/** Says how the file is written and what its columns hold, before its rows are read, so that the page shows it already. */
const describe = async (context: JobContext<Tables>, one: Import, source: Source): Promise<Import> => {
  const said = one.is_corrected ? { encoding: one.encoding as Encoding, separator: one.separator as Separator } : {}
  const manner = await mannerOf(source, said)
  const { heading, format, mapping, examples, establishment } = await columnsOf(source, manner, one.mapping as Field[] | null)
  const theirs = establishment && await organisationByIdentifier(context, establishment)
  if (theirs && theirs !== one.organisation_id) throw new Unreadable('establishment', 1)
  return context.db.updateTable('provisioning.import').set({
    syntax: manner.syntax, encoding: manner.encoding, is_encoding_sure: manner.sure, separator: manner.separator, format, heading, mapping,
    examples: JSON.stringify(examples),
  }).where('id', '=', one.id).returningAll().executeTakeFirstOrThrow()
}

const cellsOf = (cells: readonly string[], mapping: readonly string[]) => JSON.stringify(
  // Of several columns for groups, one text.
  mapping.reduce<Record<string, string>>((all, field, at) => field === 'ignore' || !cells[at] ? all
    : { ...all, [field]: all[field] ? `${all[field]}|${cells[at]}` : cells[at] }, {}))

const keep = async (context: Context, one: Import, rows: readonly (Row & { number: number })[]): Promise<boolean> => {
  // Holds the import until the commit, and stops where a correction has begun another reading.
  if (!await current(context.db, one.id, one.reading).forNoKeyUpdate().executeTakeFirst()) return false
  const judged = await assessRows(context, one, rows)
  await context.db.insertInto('provisioning.row').values(rows.map(({ number, line, cells }, at) => {
    const { verdict, person, issue, subjectId } = judged[at]!
    const valid = verdict === 'invalid' ? undefined : person
    return {
      organisation_id: one.organisation_id, import_id: one.id, number, line, cells: cellsOf(cells, one.mapping!), verdict, field: issue?.field ?? null,
      code: issue?.code ?? null, person: valid ? JSON.stringify(valid) : null, key: valid ? rowKey(valid, one) : null,
      person_key: valid ? keyOf(valid) : null, places: valid ? placesOf(valid, one).map(placeText) : [], subject_id: subjectId ?? null,
    }
  })).execute()
  await context.db.updateTable('provisioning.import').set({ rows_read: rows.at(-1)!.number }).where('id', '=', one.id).execute()
  return true
}

/** Rows after those that are kept already, in batches. */
async function* batches(source: Source, one: Import, after: number): AsyncGenerator<(Row & { number: number })[]> {
  let batch: (Row & { number: number })[] = []
  let number = -1
  for await (const row of rowsOf(source, { syntax: one.syntax as Syntax, encoding: one.encoding as Encoding, separator: one.separator as Separator })) {
    number++
    if (number === 0 || number <= after) continue
    batch.push({ ...row, number })
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const end = async (context: JobContext<Tables>, one: Import, how: { state: 'ready' } | { state: 'unreadable'; reason: string; line: number }) => {
  await context.transaction(async (tx: Context) => {
    const still = await current(tx.db, one.id, one.reading).forNoKeyUpdate().executeTakeFirst()
    if (!still) return
    const places_before = how.state === 'ready' ? await listDepartures(tx, still) : 0
    await tx.db.updateTable('provisioning.import').set((eb) => ({
      state: how.state, places_before, reason: 'reason' in how ? how.reason : null, reason_line: 'line' in how ? how.line : null, version: eb('version', '+', 1),
    })).where('id', '=', one.id).execute()
    await tx.record(importRead, { organisationId: one.organisation_id, importId: one.id })
  })
}

/** Holds the file, which may wait for the virus scanner: the page then says so. */
const take = async (context: Context, { id, file_id: fileId, file_name: known }: Import) => {
  const file = await holdSource(context, id, fileId!)
  const name = known || (await sourceName(context, fileId!) ?? '')
  await context.db.updateTable('provisioning.import').set({ reason: file === 'held' ? 'held' : null, file_name: name }).where('id', '=', id).execute()
  return file
}

/**
 * Reads a list and says what it would do, row by row; changes nobody. Killed, it goes on after the last batch that it kept. The rows of an
 * older reading go first.
 */
export const readImport = job({
  name: 'provisioning.read-import',
  payload: z.object({ importId: z.uuid(), reading: z.int() }),
  attempts: 5,
  run: async (context: JobContext<Tables>, { importId, reading }) => {
    const waiting = await current(context.db, importId, reading).executeTakeFirst()
    if (!waiting?.file_id) return { state: 'replaced' }
    const file = await context.transaction((tx: Context) => take(tx, waiting))
    if (file === 'held') {
      await context.enqueue(readImport, { importId, reading }, { key: `read-import:${importId}:${reading}`, at: new Date(Date.now() + AGAIN).toISOString() })
      return { state: 'held' }
    }
    if (waiting.rows_read === 0) await context.db.deleteFrom('provisioning.row').where('import_id', '=', importId).execute()
    const source = openSource(waiting.file_id)
    try {
      if (file === 'gone') throw new Unreadable('gone', 1)
      const one = await describe(context, waiting, source)
      const problem = mappingProblem(one.mapping as Field[])
      if (problem) throw new Unreadable('mapping', 1)
      for await (const batch of batches(source, one, one.rows_read)) {
        if (!await context.transaction((tx) => keep(tx, one, batch))) return { state: 'replaced' }
      }
      await end(context, one, { state: 'ready' })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      await end(context, waiting, { state: 'unreadable', reason: error.reason, line: error.line })
      return { state: 'unreadable' }
    }
    const { rows: [read] } = await sql<{ rows: number }>`select count(*) as rows from provisioning.row where import_id = ${importId}`.execute(context.db)
    return { state: 'ready', rows: read?.rows ?? 0 }
  },
})
