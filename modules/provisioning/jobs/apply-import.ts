import { sql } from 'kysely'
import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { act, actAlone, groupsOf, type Done } from '../act.ts'
import { assessPeople, type Assessed, type Import } from '../assess.ts'
import { importFinished } from '../events.ts'
import type { Place, Subject } from '../matching.ts'
import { endPlace } from '../places.ts'
import type { Context, Tables } from '../policy.ts'
import { keyOf, personSchema } from '../reader/person.ts'
import { releaseSource } from '../source.ts'

const BATCH = 100

/** The import, while it is being done; held until the commit, so that two jobs of one import take turns. */
const atWork = ({ db }: Context, importId: string) => db.selectFrom('provisioning.import').selectAll()
  .where('id', '=', importId).where('state', '=', 'applying').forNoKeyUpdate().executeTakeFirst()

type Row = { number: number; key: string; judged: Assessed }
type Numbered = { number: number } & Done

/** Rows in waves in which nobody comes twice: those of one wave go to the database together, which spares the wait between statements. */
const wavesOf = (rows: readonly Row[]): Row[][] => {
  const waves: Row[][] = []
  const times = new Map<string, number>()
  for (const row of rows) {
    const time = times.get(row.key) ?? 0
    times.set(row.key, time + 1)
    ;(waves[time] ??= []).push(row)
  }
  return waves
}

/** @param carefully row by row, so that the one that is refused is undone alone. @throws Refusal otherwise, once all have ended. */
const actAll = async (context: Context, one: Import, rows: readonly Row[], carefully: boolean): Promise<Numbered[]> => {
  const groups = await groupsOf(context, one, rows.map(({ judged }) => judged))
  const made = new Map<string, Subject>()
  const done: Numbered[] = []
  const take = async ({ number, key, judged }: Row) => {
    const result = await (carefully ? actAlone : act)(context, one, judged, { made: made.get(key), groups })
    if (result.subject) made.set(key, result.subject)
    done.push({ number, ...result })
  }
  for (const wave of wavesOf(rows)) {
    if (carefully) for (const row of wave) await take(row)
    else {
      const failed = (await Promise.allSettled(wave.map(take))).find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    }
  }
  return done
}

const applyRows = async (context: Context, importId: string, carefully: boolean): Promise<number> => {
  const one = await atWork(context, importId)
  if (!one) return 0
  const rows = await context.db.selectFrom('provisioning.row').select(['number', 'person']).where('import_id', '=', importId)
    .where('outcome', 'is', null).where('verdict', '!=', 'invalid').orderBy('number').limit(BATCH).execute()
  if (rows.length === 0) return 0
  const people = rows.map(({ person }) => personSchema.parse(person))
  const judged = await assessPeople(context, one, people)
  const results = await actAll(context, one, rows.map(({ number }, at) => ({ number, key: keyOf(people[at]!), judged: judged[at]! })), carefully)
  const done = results.map(({ number, outcome, code = null, subject, before = null }) => ({ number, outcome, code, subject_id: subject?.id ?? null, before }))
  await sql`update provisioning.row as row set outcome = one.outcome, code = coalesce(one.code, row.code), before = one.before,
      subject_id = coalesce(one.subject_id, row.subject_id)
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as one (number integer, outcome text, code text, subject_id uuid, before jsonb)
    where row.import_id = ${importId} and row.number = one.number`.execute(context.db)
  await context.db.updateTable('provisioning.import').set((eb) => ({ rows_applied: eb('rows_applied', '+', rows.length) })).where('id', '=', importId).execute()
  return rows.length
}

const endOne = async (context: Context, one: Import, { place_id, person_id, place }: { place_id: string; person_id: string; place: unknown }): Promise<string | null> => {
  await sql`savepoint one_departure`.execute(context.db)
  try {
    await endPlace(context, one.organisation_id, { person_id }, { ...place as Place, id: place_id }, 'csv')
    await sql`release savepoint one_departure`.execute(context.db)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one_departure`.execute(context.db)
    return error.code
  }
}

const applyDepartures = async (context: Context, importId: string): Promise<number> => {
  const one = await atWork(context, importId)
  if (!one) return 0
  const waiting = await context.db.selectFrom('provisioning.departure as departure')
    .innerJoin('provisioning.subject as subject', (join) => join.onRef('subject.id', '=', 'departure.subject_id').onRef('subject.organisation_id', '=', 'departure.organisation_id'))
    .innerJoin('provisioning.place as place', (join) => join.onRef('place.id', '=', 'departure.place_id').onRef('place.organisation_id', '=', 'departure.organisation_id'))
    .select(['departure.place_id', 'departure.place', 'subject.person_id']).where('departure.import_id', '=', importId)
    .where('departure.is_done', '=', false).where('departure.code', 'is', null).orderBy('departure.place_id').limit(BATCH).execute()
  for (const departure of waiting) {
    const code = await endOne(context, one, departure)
    await context.db.updateTable('provisioning.departure').set({ is_done: code === null, code }).where('import_id', '=', importId)
      .where('place_id', '=', departure.place_id).execute()
  }
  return waiting.length
}

/** The file goes, and so does what the file said of people that it needs no longer. */
const finish = async (context: Context, importId: string): Promise<void> => {
  const one = await atWork(context, importId)
  if (!one) return
  await releaseSource(context, importId)
  await context.db.updateTable('provisioning.import').set((eb) => ({
    state: 'done', file_id: null, examples: null, finished_at: context.now, version: eb('version', '+', 1),
  })).where('id', '=', importId).execute()
  await context.record(importFinished, { organisationId: one.organisation_id, importId })
}

/**
 * Does what was confirmed, in batches that commit on their own: killed, it goes on with the first row that has no outcome. Each row is judged
 * again, since the people may have moved since the preview. Departures come last.
 */
export const applyImport = job({
  name: 'provisioning.apply-import',
  payload: z.object({ importId: z.uuid() }),
  attempts: 5,
  run: async (context: JobContext<Tables>, { importId }) => {
    const one = await context.db.selectFrom('provisioning.import').select(['entry_id', 'state']).where('id', '=', importId).executeTakeFirst()
    if (one?.state !== 'applying') return { state: one?.state ?? 'gone' }
    const entry = one.entry_id ?? undefined
    let [rows, departures] = [0, 0]
    const apply = (carefully: boolean) => context.transaction((tx) => applyRows(tx, importId, carefully), entry)
    for (let done = 1; done > 0; rows += done) {
      // A refusal is rare: the batch is then done again, row by row.
      done = await apply(false).catch((error: unknown) => {
        if (error instanceof Refusal) return apply(true)
        throw error
      })
    }
    for (let done = 1; done > 0; departures += done) done = await context.transaction((tx) => applyDepartures(tx, importId), entry)
    await context.transaction((tx) => finish(tx, importId), entry)
    return { rows, departures }
  },
})
