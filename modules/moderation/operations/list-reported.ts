import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { backOffice, portal, type Context, type Door } from '../policy.ts'
import { concerns } from '../reasons.ts'
import { labelOf } from '../reportable.ts'

const PAGE = 30
export const states = ['open', 'appealed', 'decided'] as const

/** What waits for a decision, the oldest first, offences unless asked for defects; what was decided, the newest first. */
const at = ({ path, staff }: Door) => query({
  http: `GET ${path}`,
  input: z.object({
    state: z.enum(states).default('open'), concern: z.enum(concerns).default('offence'),
    after: z.string().regex(/^[\dTZ:.-]{20,30}_[0-9a-f-]{36}$/).optional(),
  }),
  output: z.object({
    state: z.enum(states), concern: z.enum(concerns), waiting: z.int(), defects: z.int(), appealed: z.int(), next: z.string().nullable(),
    subjects: z.array(z.object({
      id: z.uuid(), label: z.string(), title: z.string(), isHeld: z.boolean(), reports: z.int(), reasons: z.array(z.string()), reportedAt: z.string(),
    })),
  }),
  allow: staff,
  confidential: true,
  run: async ({ db }: Context, { state, concern, after }) => {
    const order = state === 'decided' ? 'desc' : 'asc'
    const [at, id] = after?.split('_') ?? []
    const rows = await db.selectFrom('moderation.subject as subject').selectAll()
      .select((eb) => eb.selectFrom('moderation.report as report').whereRef('report.subject_id', '=', 'subject.id')
        .select(({ fn }) => fn.countAll<number>().as('count')).as('reports'))
      .select((eb) => eb.selectFrom('moderation.report as report').whereRef('report.subject_id', '=', 'subject.id')
        .select(({ fn }) => fn.agg<string[]>('array_agg', ['report.reason']).distinct().as('reasons')).as('reasons'))
      .where('subject.state', '=', state).$if(state === 'open', (all) => all.where('subject.concern', '=', concern))
      .$if(after !== undefined, (all) => all.where((eb) =>
        eb(eb.refTuple('subject.reported_at', 'subject.id'), order === 'asc' ? '>' : '<', eb.tuple(at!, id!))))
      .orderBy('subject.reported_at', order).orderBy('subject.id', order).limit(PAGE + 1).execute()
    const counts = await db.selectFrom('moderation.subject').select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', '=', 'open').filterWhere('concern', '=', 'offence').as('waiting'),
      fn.countAll<number>().filterWhere('state', '=', 'open').filterWhere('concern', '=', 'defect').as('defects'),
      fn.countAll<number>().filterWhere('state', '=', 'appealed').as('appealed'),
    ]).where('state', '<>', 'decided').executeTakeFirstOrThrow()
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      state, concern, ...counts, next: rows.length > PAGE && last ? `${last.reported_at}_${last.id}` : null,
      subjects: shown.map((row) => ({
        id: row.id, label: labelOf(row.kind), title: row.title, isHeld: row.standing === 'held', reports: Number(row.reports),
        reasons: row.reasons ?? (row.held_for ? [row.held_for] : []), reportedAt: row.reported_at,
      })),
    }
  },
})

export const listReported = at(portal)
export const listReportedAsStaff = at(backOffice)
