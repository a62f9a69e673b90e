import { z } from 'zod'
import { MOST_TOTAL, totals } from '#modules/search/api.ts'
import { kinds } from '../indexing.ts'
import type { Context } from '../policy.ts'
import { countProfiles } from '../profile-index.ts'

/** How many there are of a type; `atLeast` says that there are more. */
const total = z.object({ total: z.int(), atLeast: z.boolean() })
/** What the same words find of each type, filters aside: the tabs of a search. */
export const typeTotals = z.object({ resources: total, bases: total, profiles: total })

/** Counts what the reader would find of each type. */
export const totalsOf = async (context: Context, text: string): Promise<z.output<typeof typeTotals>> => {
  const [found, profiles] = await Promise.all([totals(context, [kinds.resource, kinds.base], text), countProfiles(context, text)])
  const of = (kind: string) => ({ total: found[kind] ?? 0, atLeast: (found[kind] ?? 0) >= MOST_TOTAL })
  return { resources: of(kinds.resource), bases: of(kinds.base), profiles: { total: profiles.total, atLeast: profiles.totalIsAtLeast } }
}
