import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { namesOf } from '../../people.ts'
import { outcomes, type Context } from '../../policy.ts'

/** Differences shown of one entry; an import has many more, which the export gives. */
const MOST = 200
const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable()
const columns = z.record(z.string(), z.unknown()).nullable()

/** One entry: what was given, from where, what it changed, and the seal that holds it. */
export const showEntry = query({
  http: 'GET /back-office/trace/:entryId',
  input: z.object({ entryId: z.uuid() }),
  output: z.object({
    id: z.uuid(), at: z.string(), person, actingFor: person, client: z.string().nullable(), operation: z.string(), outcome: z.enum(outcomes),
    code: z.string().nullable(), target: z.uuid().nullable(), about: person, request: z.string(), address: z.string().nullable(),
    parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    /** Its payload reached the end of its retention, or was emptied for a person. */
    isEmptied: z.boolean(),
    /** Sequence of its seal; none yet within about a minute. */
    seal: z.int().nullable(),
    changes: z.array(z.object({
      id: z.int(), table: z.string(), row: z.string().nullable(), action: z.string(), before: columns, after: columns,
    })),
    moreChanges: z.boolean(),
  }),
  on: ({ db }: Context, { entryId }) => db.selectFrom('audit.entry').selectAll().where('id', '=', entryId).executeTakeFirst(),
  allow: holds('administrator'),
  sensitive: 'trace',
  run: async (context: Context, _, entry) => {
    const { db } = context
    const changes = await db.selectFrom('audit.change').selectAll().where('entry_id', '=', entry.id).orderBy('id').limit(MOST + 1).execute()
    const seal = await db.selectFrom('audit.seal').select('sequence')
      .where(sql<boolean>`(entry_xid, entry_id) >= (${entry.xid}::bigint, ${entry.id}::uuid)`).orderBy('sequence').limit(1).executeTakeFirst()
    const names = await namesOf(context, [entry.person_id, entry.acting_for, entry.about].filter((id) => id !== null))
    const named = (id: string | null) => id === null ? null : { id, name: names.get(id) ?? null }
    return {
      id: entry.id, at: entry.at, person: named(entry.person_id), actingFor: named(entry.acting_for), client: entry.client,
      operation: entry.operation, outcome: entry.outcome as (typeof outcomes)[number], code: entry.code, target: entry.target,
      about: named(entry.about), request: entry.request, address: entry.address, parameters: (entry.parameters ?? {}) as Record<string, string>,
      isEmptied: entry.salt === null, seal: seal?.sequence ?? null, moreChanges: changes.length > MOST,
      changes: changes.slice(0, MOST).map((row) => ({
        id: row.id, table: row.table_name, row: row.row_id, action: row.action, before: row.before as z.output<typeof columns>,
        after: row.after as z.output<typeof columns>,
      })),
    }
  },
})
