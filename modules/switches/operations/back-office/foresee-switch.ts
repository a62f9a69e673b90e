import { z } from 'zod'
import { query, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { declaredFeatures, featureNamed } from '../../feature.ts'
import { places, resolve } from '../../perimeter.ts'
import type { Context } from '../../policy.ts'
import { named, perimeter } from '../../said.ts'
import { turnOff } from './turn-off.ts'

/** Before closing: what can be, to whom, and how many people what was typed concerns. What it names is read again, never what was typed. */
export const foreseeSwitch = query({
  http: 'GET /back-office/switches/foresee',
  input: z.object({
    feature: z.string().max(50).default(''), organisation: z.string().trim().max(200).default(''), role: z.string().max(50).default(''),
    person: z.string().trim().max(254).default(''),
  }),
  output: z.object({
    features: z.array(z.object({ code: z.string(), label: z.string() })),
    roles: z.record(z.string(), z.string()),
    asked: z.object({ feature: z.string(), organisation: z.string(), role: z.string(), person: z.string() }),
    /** Code of what is wrong with what was typed. */
    wrong: z.string().nullable(),
    foreseen: z.object({
      feature: z.string(), label: z.string(), holds: z.boolean(),
      /** Sentences of the feature itself, where it has some. */
      said: z.string().nullable(), becomes: z.object({ send: z.string(), return: z.string() }).nullable(), people: z.int(), perimeter,
      organisationId: z.uuid().nullable(), role: z.string().nullable(), personId: z.uuid().nullable(),
    }).nullable(),
  }),
  allow: holds('administrator'),
  can: { turnOff },
  run: async (context: Context, input) => {
    const features = declaredFeatures().map(({ code, label }) => ({ code, label }))
    const answer = { features, roles: places().roles, asked: input, wrong: null, foreseen: null }
    const feature = featureNamed(input.feature)
    if (!feature) return answer
    try {
      const found = await resolve(context, input)
      const [people, name] = [await places().count(context, found), await named(context, [found])]
      return { ...answer, foreseen: {
        feature: feature.code, label: feature.label, holds: feature.whenOff === 'hold', said: feature.words?.holds ?? null,
          becomes: feature.words?.becomes ?? null, people, perimeter: name({ ...found,
          isForPerson: found.personId !== null }), ...found,
      } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...answer, wrong: error.code }
    }
  },
})
