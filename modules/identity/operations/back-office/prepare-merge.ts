import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { mergeAsked } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { gone, personForStaff, personId, type PersonForStaff } from './target.ts'

/** Why one of the two cannot be merged, if so. An administrator is not absorbed: roles of the platform do not travel. */
export const unmergeable = (kept: PersonForStaff, absorbed: PersonForStaff): string | undefined => {
  if (kept.id === absorbed.id) return 'identity.same-person'
  return gone(kept) ?? gone(absorbed) ?? (absorbed.roles.length > 0 ? 'identity.has-platform-role' : undefined)
}

/** Asks what would happen if two people became one: `personId` stays, `absorbedId` goes into them. Changes nothing yet. */
export const prepareMerge = command({
  http: 'POST /back-office/people/:personId/merges',
  input: z.object({ personId, absorbedId: z.uuid() }),
  output: z.object({ mergeId: z.uuid() }),
  on: (context: Context, input) => personForStaff(context, input.personId, true),
  allow: holds('administrator'),
  run: async (context: Context, { absorbedId }, kept) => {
    const { db, actor, now, record } = context
    const absorbed = await personForStaff(context, absorbedId)
    if (!absorbed) throw new Refusal('identity.no-such-person')
    const refused = unmergeable(kept, absorbed)
    if (refused) throw new Refusal(refused)
    const mergeId = v7()
    await db.insertInto('identity.merge').values({
      id: mergeId, kept_id: kept.id, absorbed_id: absorbed.id, by_person_id: actor.id ?? null, asked_at: now,
    }).execute()
    await record(mergeAsked, { mergeId })
    return { mergeId }
  },
})
