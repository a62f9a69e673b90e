import { Refusal, type Context, type Operation } from '#kernel/operation/operation.ts'
import { featuresOf } from './feature.ts'
import { countUse } from './limit.ts'
import { switchesForActor } from './reading.ts'

/**
 * Asked inside each command, in its transaction: whatever a switch closes is closed from its commit on, in every process, with nothing to
 * tell them. A command that belongs to no feature pays nothing.
 * @throws Refusal 503 when it is closed, 429 when the person did it too often.
 */
export const switchedOff = async (operation: Operation, context: Context): Promise<undefined> => {
  const features = featuresOf(operation)
  if (!features) return undefined
  const refusing = features.filter((one) => one.whenOff === 'refuse')
  const [off] = refusing.length > 0 ? await switchesForActor(context, refusing.map((one) => one.code)) : []
  if (off) throw new Refusal('switches.off', { feature: off.feature, ...off.endsAt && { until: off.endsAt } }, 503)
  for (const feature of features) if (feature.setting && context.actor.id) await countUse(context, feature.code, feature.setting)
  return undefined
}
