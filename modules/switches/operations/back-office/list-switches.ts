import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { declaredFeatures, featureNamed, labelOf } from '../../feature.ts'
import { places } from '../../perimeter.ts'
import { switchesOn, type Context } from '../../policy.ts'
import { named, perimeter } from '../../said.ts'
import { liftSwitch } from './lift-switch.ts'
import { heldBecome } from './turn-off.ts'

const PAGE = 20

const shown = z.object({
  id: z.uuid(), feature: z.string(), label: z.string(), perimeter, reason: z.string(), words: z.string().nullable(), at: z.string(),
    by: z.string().nullable(),
  endsAt: z.string().nullable(), held: z.int(), becomes: heldBecome, liftedAt: z.string().nullable(), liftedBy: z.string().nullable(),
  liftedReason: z.string().nullable(),
  /** Sentences of the feature itself, where it has some: how much waits, what becomes of it. */
  waiting: z.string().nullable(), choices: z.object({ send: z.string(), return: z.string() }).nullable(),
})

/** What is closed now, with how much waits for it; then what was, the newest first. */
export const listSwitches = query({
  http: 'GET /back-office/switches',
  input: z.object({ before: z.uuid().optional() }),
  output: z.object({
    features: z.array(z.object({ code: z.string(), label: z.string(), setting: z.string().nullable() })),
    on: z.array(shown), past: z.array(shown), next: z.uuid().nullable(),
  }),
  allow: holds('administrator'),
  can: { liftSwitch },
  run: async (context: Context, { before }) => {
    const [on, past] = [
      await switchesOn(context).selectAll('one')
        .select(sql<number>`(select count(*)::int from switches.held where switch_id = one.id)`.as('held'))
        .orderBy('one.id', 'desc').execute(),
      await context.db.selectFrom('switches.switch as one').selectAll('one').select(sql<number>`0`.as('held'))
        .where((eb) => eb.or([eb('one.lifted_at', 'is not', null), eb('one.ends_at', '<=', context.now)]))
        .$if(before !== undefined, (rows) => rows.where('one.id', '<', before!)).orderBy('one.id', 'desc').limit(PAGE + 1).execute(),
    ]
    const all = [...on, ...past]
    const name = await named(context, all.map((row) => ({ organisationId: row.organisation_id, role: row.role, personId: row.person_id })))
    const people = await places().personNames(context, all.flatMap((row) => [row.by_person_id ?? [], row.lifted_by ?? []].flat()))
    const shownOf = (row: typeof all[number]) => ({
      id: row.id, feature: row.feature, label: labelOf(row.feature), reason: row.reason, words: row.words, at: row.at, endsAt: row.ends_at,
        held: row.held,
      perimeter: name({ organisationId: row.organisation_id, role: row.role, personId: row.person_id, isForPerson: row.is_for_person }),
      becomes: row.held_become as 'send', liftedAt: row.lifted_at, liftedReason: row.lifted_reason,
      waiting: featureNamed(row.feature)?.words?.waiting(row.held) ?? null, choices: featureNamed(row.feature)?.words?.becomes ?? null,
      by: people.get(row.by_person_id ?? '') ?? null, liftedBy: people.get(row.lifted_by ?? '') ?? null,
    })
    return {
      features: declaredFeatures().map(({ code, label, setting }) => ({ code, label, setting: setting?.key ?? null })),
      on: on.map(shownOf), past: past.slice(0, PAGE).map(shownOf), next: past.length > PAGE ? past[PAGE - 1]!.id : null,
    }
  },
})
