import { dateIn } from '#kernel/date.ts'
import { keepSetting, setting } from '#modules/settings/api.ts'
import { inForce, numberOn } from './in-force.ts'
import type { Context } from './policy.ts'

interface Draft { id: string; applies_from: string; version: number }

/** Publishes what was written, for good, under the next number: from its day on, everybody signed in is asked to accept it. */
export const publish = async (context: Context, draft: Draft, last: number): Promise<number> => {
  const { db, now } = context
  const number = last + 1
  await db.updateTable('terms.version').set({ number, published_at: now, version: draft.version + 1 }).where('id', '=', draft.id).execute()
  const { versions } = await setting(context, inForce)
  const holding = numberOn(versions, dateIn(new Date(now)))
  const kept = versions.filter((one) => one.number >= holding)
  await keepSetting(context, inForce, { versions: [...kept, { number, from: draft.applies_from }] }, `terms ${number}`)
  return number
}
