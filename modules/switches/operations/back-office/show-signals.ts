import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { declaredFeatures, featureNamed, labelOf } from '../../feature.ts'
import { places } from '../../perimeter.ts'
import type { Context } from '../../policy.ts'

const DAY = 86_400_000
/** Days drawn, and those that say what is usual. */
const DAYS = 30
const MOST = 10

/**
 * How much is sent and by whom: a wave shows by its day, by its organisation, by the people who send the most. For features that are
 * limited.
 */
export const showSignals = query({
  http: 'GET /back-office/switches/signals',
  input: z.object({ feature: z.string().max(50).default('') }),
  output: z.object({
    feature: z.string(), label: z.string(), features: z.array(z.object({ code: z.string(), label: z.string() })),
    points: z.array(z.object({ day: z.string(), value: z.int() })),
    organisations: z.array(z.object({ id: z.uuid(), name: z.string(), today: z.int(), usual: z.number() })),
    people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), today: z.int(), busiest: z.int() })),
  }),
  allow: holds('administrator'),
  confidential: true,
  run: async (context: Context, input) => {
    const { db, now } = context
    const features = declaredFeatures().filter((one) => one.setting).map(({ code, label }) => ({ code, label }))
    const feature = featureNamed(input.feature)?.code ?? features[0]?.code ?? ''
    const since = new Date(Date.parse(now) - DAYS * DAY).toISOString()
    const dayAgo = new Date(Date.parse(now) - DAY).toISOString()
    const { rows: points } = await sql<{ day: string; value: number }>`
      select (starts_at at time zone 'Europe/Paris')::date::text as day, sum(count)::int as value from switches.use
      where feature = ${feature} and starts_at > ${since} group by 1 order by 1`.execute(db)
    const { rows: organisations } = await sql<{ id: string; today: number; usual: number }>`
      select organisation_id as id, coalesce(sum(count) filter (where starts_at > ${dayAgo}), 0)::int as today,
        round(coalesce(sum(count) filter (where starts_at <= ${dayAgo}), 0)::numeric / ${DAYS - 1}::int, 1)::float8 as usual
      from switches.use, unnest(organisation_ids) as organisation_id where feature = ${feature} and starts_at > ${since}
      group by 1 having sum(count) filter (where starts_at > ${dayAgo}) > 0 order by 2 desc, 1 limit ${MOST}`.execute(db)
    const { rows: people } = await sql<{ id: string; today: number; busiest: number }>`
      select person_id as id, sum(count)::int as today, max(count)::int as busiest from switches.use
      where feature = ${feature} and starts_at > ${dayAgo} group by 1 order by 2 desc, 1 limit ${MOST}`.execute(db)
    const organisationNames = await places().organisationNames(context, organisations.map(({ id }) => id))
    const personNames = await places().personNames(context, people.map(({ id }) => id))
    return {
      feature, label: labelOf(feature), features, points,
      organisations: organisations.map((one) => ({ ...one, name: organisationNames.get(one.id) ?? one.id })),
      people: people.map((one) => ({ ...one, name: personNames.get(one.id) ?? null })),
    }
  },
})
