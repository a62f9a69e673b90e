import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { isMassive } from '../departures.ts'
import { importId, outcomes, verdicts } from '../limits.ts'
import { importSeenBy, mayImport, type Context } from '../policy.ts'
import { abandonImport } from './abandon-import.ts'
import { confirmImport } from './confirm-import.ts'
import { correctReading } from './correct-reading.ts'
import { correctRow } from './correct-row.ts'
import { undoImport } from './undo-import.ts'

const PER_PAGE = 25
const text = z.string().nullable()
const row = z.object({
  number: z.int(), line: z.int(), verdict: z.enum(verdicts), outcome: z.enum(outcomes).nullable(), field: text, code: text,
  cells: z.record(z.string(), z.string()),
})

const countsOf = async ({ db }: Context, importId: string) => {
  const counts = await db.selectFrom('provisioning.row').select(['verdict', 'outcome', ({ fn }) => fn.countAll<number>().as('count')])
    .where('import_id', '=', importId).groupBy(['verdict', 'outcome']).execute()
  const sum = (is: (one: typeof counts[number]) => boolean) => counts.filter(is).reduce((all, { count }) => all + count, 0)
  return {
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, sum((one) => one.verdict === verdict)])),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, sum((one) => one.outcome === outcome)])),
    quarantine: sum(({ verdict, outcome }) => verdict === 'invalid' || outcome === 'failed'),
    waiting: sum(({ verdict, outcome }) => verdict !== 'invalid' && outcome === null),
  }
}

/** One import: how its file is read, what it would do or did, those whom it makes leave, and rows of one kind, by page. */
export const showImport = query({
  http: 'GET /imports/:importId',
  input: z.object({ importId, rows: z.enum([...verdicts, 'quarantine']).optional(), after: z.int().min(0).default(0) }),
  output: z.object({
    id: z.uuid(), organisation: z.object({ id: z.uuid(), name: z.string() }), fileName: z.string(), state: z.string(), mode: z.string(), role: z.string(),
    reason: text, reasonLine: z.int().nullable(), syntax: text, encoding: text, isEncodingSure: z.boolean().nullable(), separator: text, format: text,
    heading: z.array(z.string()), mapping: z.array(z.string()), examples: z.array(z.array(z.string())), rowsRead: z.int(), createdAt: z.string(),
    finishedAt: text, undoneAt: text, version: z.int(), verdicts: z.record(z.string(), z.int()), outcomes: z.record(z.string(), z.int()),
    quarantine: z.int(), waiting: z.int(), departures: z.object({ count: z.int(), ended: z.int(), isMassive: z.boolean(), names: z.array(z.string()) }),
    shown: z.string().nullable(), rows: z.array(row), nextRows: z.int().nullable(),
  }),
  confidential: true,
  on: (context: Context, { importId }) => importSeenBy(context, importId).innerJoin('organisations.card as organisation', 'organisation.id', 'import.organisation_id')
    .select('organisation.name as organisation_name').executeTakeFirst(),
  allow: mayImport,
  can: { correctReading, confirmImport, abandonImport, correctRow, undoImport },
  run: async (context: Context, input, one) => {
    const { db } = context
    const counts = await countsOf(context, one.id)
    const departures = await db.selectFrom('provisioning.departure').select(({ fn }) => [
      fn.countAll<number>().as('count'), fn.countAll<number>().filterWhere('is_done', '=', true).as('ended'),
    ]).where('import_id', '=', one.id).executeTakeFirstOrThrow()
    const names = await db.selectFrom('provisioning.departure as departure').innerJoin('provisioning.subject as subject', 'subject.id', 'departure.subject_id')
      .select(['subject.first_name', 'subject.last_name']).distinct().where('departure.import_id', '=', one.id)
      .orderBy('subject.last_name').orderBy('subject.first_name').limit(PER_PAGE).execute()
    const shown = input.rows ?? (counts.quarantine > 0 ? 'quarantine' : undefined)
    const rows = shown === undefined ? [] : await db.selectFrom('provisioning.row').select(['number', 'line', 'verdict', 'outcome', 'field', 'code', 'cells'])
      .where('import_id', '=', one.id).where('number', '>', input.after)
      .where((eb) => shown === 'quarantine' ? eb.or([eb('verdict', '=', 'invalid'), eb('outcome', '=', 'failed')]) : eb('verdict', '=', shown))
      .orderBy('number').limit(PER_PAGE + 1).execute()
    return {
      id: one.id, organisation: { id: one.organisation_id, name: one.organisation_name }, fileName: one.file_name, state: one.state, mode: one.mode, role: one.role,
      reason: one.reason, reasonLine: one.reason_line, syntax: one.syntax, encoding: one.encoding, isEncodingSure: one.is_encoding_sure,
      separator: one.separator, format: one.format, heading: one.heading ?? [], mapping: one.mapping ?? [],
      examples: (one.examples ?? []) as string[][], rowsRead: one.rows_read, createdAt: one.created_at, finishedAt: one.finished_at, undoneAt: one.undone_at,
      version: one.version, ...counts,
      departures: {
        ...departures, isMassive: isMassive(departures.count, one.places_before), names: names.map((name) => `${name.first_name} ${name.last_name}`),
      },
      shown: shown ?? null,
      rows: rows.slice(0, PER_PAGE).map(({ cells, verdict, outcome, ...about }) => ({
        ...about, cells: cells as Record<string, string>, verdict: verdict as typeof verdicts[number], outcome: outcome as typeof outcomes[number] | null,
      })),
      nextRows: rows.length > PER_PAGE ? rows[PER_PAGE - 1]!.number : null,
    }
  },
})
