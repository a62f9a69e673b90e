import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { switchedOff } from '../../events.ts'
import { featureNamed } from '../../feature.ts'
import type { Context } from '../../policy.ts'

export const heldBecome = z.enum(['send', 'return'])
const HOUR = 3_600_000
const feature = z.string().max(50)

/**
 * Closes a feature to a perimeter, from this commit on and in every process. What people write meanwhile is held, where the feature
 * holds.
 */
export const turnOff = command({
  http: 'POST /back-office/switches',
  input: z.object({
    feature, organisationId: z.uuid().nullish(), role: z.string().max(50).nullish(), personId: z.uuid().nullish(),
    reason: z.string().trim().min(1).max(500), words: z.string().trim().max(300).default(''),
    /** Ends by itself after so many hours. */
    hours: z.int().min(1).max(8760).nullish(), held: heldBecome.default('send'),
  }),
  output: z.object({ switchId: z.uuid() }),
  on: async (_: Context, input) => featureNamed(input.feature),
  allow: holds('administrator'),
  run: async ({ db, actor, now, record }: Context, input) => {
    if (input.personId && (input.organisationId || input.role)) throw new Refusal('switches.one-perimeter', {}, 422)
    const switchId = v7()
    await db.insertInto('switches.switch').values({
      id: switchId, feature: input.feature, organisation_id: input.organisationId ?? null, role: input.role ?? null,
        person_id: input.personId ?? null,
      is_for_person: Boolean(input.personId),
      reason: input.reason, words: input.words || null, at: now, by_person_id: actor.id ?? null,
      ends_at: input.hours ? new Date(Date.parse(now) + input.hours * HOUR).toISOString() : null, held_become: input.held,
    }).execute()
    await record(switchedOff, { switchId, feature: input.feature })
    return { switchId }
  },
})
