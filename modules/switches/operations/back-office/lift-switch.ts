import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { switchLifted } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { switchTarget } from './target.ts'
import { heldBecome } from './turn-off.ts'

/** Opens again what a switch closes; what was held meanwhile is sent, or given back to those who wrote it. */
export const liftSwitch = command({
  http: 'POST /back-office/switches/:switchId/lift',
  input: z.object({ switchId: z.uuid(), reason: z.string().trim().min(1).max(500), held: heldBecome }),
  output: z.null(),
  on: (context: Context, { switchId }) => switchTarget(context, switchId),
  allow: holds('administrator'),
  when: (one) => one.lifted_at === null ? undefined : 'switches.lifted-already',
  run: async ({ db, actor, now, record }: Context, { reason, held }, one) => {
    await db.updateTable('switches.switch')
      .set({ lifted_at: now, lifted_by: actor.id ?? null, lifted_reason: reason, held_become: held, version: one.version + 1 })
      .where('id', '=', one.id).execute()
    await record(switchLifted, { switchId: one.id, feature: one.feature, held })
    return null
  },
})
