import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { namesOf } from '../../people.ts'
import { entriesFound, filters, outcomes, type Context } from '../../policy.ts'

const PAGE = 50
const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable()

/** The trace, searched, the last entry first. To read it leaves an entry too. */
export const listEntries = query({
  http: 'GET /back-office/trace',
  input: z.object({ ...filters, before: z.uuid().optional() }),
  output: z.object({
    entries: z.array(z.object({
      id: z.uuid(), at: z.string(), person, actingFor: person, client: z.string().nullable(), operation: z.string(), outcome: z.enum(outcomes),
      code: z.string().nullable(), target: z.uuid().nullable(), about: person, request: z.string(),
    })),
    next: z.uuid().nullable(),
  }),
  allow: holds('administrator'),
  sensitive: 'trace',
  run: async (context: Context, { before, ...given }) => {
    const rows = await (await entriesFound(context, given, before)).selectAll('entry').limit(PAGE + 1).execute()
    const shown = rows.slice(0, PAGE)
    const names = await namesOf(context, shown.flatMap((row) => [row.person_id, row.acting_for, row.about].filter((id) => id !== null)))
    const named = (id: string | null) => id === null ? null : { id, name: names.get(id) ?? null }
    return {
      entries: shown.map((row) => ({
        id: row.id, at: row.at, person: named(row.person_id), actingFor: named(row.acting_for), client: row.client, operation: row.operation,
        outcome: row.outcome as (typeof outcomes)[number], code: row.code, target: row.target, about: named(row.about), request: row.request,
      })),
      next: rows.length > PAGE ? shown.at(-1)!.id : null,
    }
  },
})
