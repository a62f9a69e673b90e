import { createKept } from '#kernel/db/kept.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { featureNamed, labelOf } from './feature.ts'
import { everySwitch, offAmong, type Row } from './reading.ts'

const kept = createKept<readonly Row[]>(1)

/** Lets this process keep what is closed, to say it on pages: commands never read what is kept. As `followSettings`. */
export const followSwitches = () => kept.follow()

/** What is closed to the person who acts, to be said on their pages: nothing is read while nothing is closed. */
export const closedToActor = async (context: Context): Promise<{ label: string; words: string | null; endsAt: string | null }[]> => {
  const rows = (await kept.get('', () => everySwitch(context))).filter((row) => row.endsAt === null || row.endsAt > context.now)
  if (rows.length === 0 || !context.actor.id) return []
  const off = await offAmong(context, rows, context.actor.id)
  const byFeature = new Map(off.map((one) => [one.feature, one]))
  return [...byFeature.values()].map(({ feature, words, endsAt }) => ({ label: labelOf(feature),
    words: words ?? featureNamed(feature)?.words?.said ?? null, endsAt }))
}
