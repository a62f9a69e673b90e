import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { cursorOf, placeOf } from '../../cursor.ts'
import { difficultyAreas } from '../../enumerations.ts'
import type { Context } from '../../policy.ts'

const A_PAGE = 30

const area = z.enum(difficultyAreas).nullable()
const mean = z.object({ area, count: z.int(), mean: z.number() })

/** What people say of the service, the latest first; its mean over the last twelve months, in all and by what was difficult. */
export const listSiteFeedback = query({
  http: 'GET /back-office/site-feedback',
  input: z.object({ area: z.enum(difficultyAreas).optional(), before: z.string().max(200).optional() }),
  output: z.object({
    count: z.int(), mean: z.number().nullable(), areas: z.array(mean), months: z.array(z.object({ day: z.string(), value: z.number() })),
    feedback: z.array(z.object({
      id: z.uuid(), rating: z.int(), area, text: z.string(), wantsContact: z.boolean(), at: z.string(), personId: z.uuid().nullable(), name: z.string().nullable(),
    })),
    next: z.string().nullable(), now: z.string(),
  }),
  allow: holds('administrator'),
  run: async ({ db, now }: Context, { area, before }) => {
    const place = placeOf(before)
    const year = sql<boolean>`at > ${now}::timestamptz - interval '12 months'`
    const [rows, areas, months] = await Promise.all([
      db.selectFrom('bases.site_feedback as one').leftJoin('identity.card as card', 'card.id', 'one.person_id')
        .select(['one.id', 'one.rating', 'one.difficulty_area', 'one.text', 'one.wants_contact', 'one.at', 'one.person_id', 'card.name'])
        .$if(area !== undefined, (some) => some.where('one.difficulty_area', '=', area!))
        .$if(place !== undefined, (some) => some.where(sql<boolean>`(one.at, one.id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`))
        .orderBy('one.at', 'desc').orderBy('one.id', 'desc').limit(A_PAGE + 1).execute(),
      db.selectFrom('bases.site_feedback').where(year).groupBy('difficulty_area').orderBy((eb) => eb.fn.countAll(), 'desc')
        .select((eb) => ['difficulty_area', eb.fn.countAll<number>().as('count'), sql<number>`avg(rating)::float8`.as('mean')]).execute(),
      db.selectFrom('bases.site_feedback').where(year).groupBy(sql`1`).orderBy(sql`1`)
        .select([sql<string>`to_char(date_trunc('month', at), 'YYYY-MM-DD')`.as('day'), sql<number>`round(avg(rating), 1)::float8`.as('value')]).execute(),
    ])
    const shown = rows.slice(0, A_PAGE)
    const count = areas.reduce((sum, one) => sum + one.count, 0)
    return {
      count, mean: count === 0 ? null : areas.reduce((sum, one) => sum + one.mean * one.count, 0) / count, months,
      areas: areas.map((one) => ({ area: one.difficulty_area as 'search' | null, count: one.count, mean: one.mean })),
      feedback: shown.map((row) => ({
        id: row.id, rating: row.rating, area: row.difficulty_area as 'search' | null, text: row.text, wantsContact: row.wants_contact, at: row.at,
        personId: row.person_id, name: row.name,
      })),
      next: rows.length > A_PAGE ? cursorOf({ at: shown.at(-1)!.at, id: shown.at(-1)!.id }) : null, now,
    }
  },
})
