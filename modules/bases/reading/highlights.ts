import { sql } from 'kysely'
import type { Highlights } from '../enumerations.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'

/** On one line of a wide page. */
const MOST = 3

/** Identifiers of what stands first on the page of a base. None for the latest, with which the list begins anyway. */
export const highlightsOf = async (context: Context, baseId: string, kind: Highlights): Promise<string[]> => {
  if (kind === 'latest_published') return []
  // Recommended by most people first: a mean of one opinion says little.
  const recommended = sql<number>`(select count(*) from bases.opinion as one where one.resource_id = resource.id and one.rating >= 3 and one.hidden_at is null)`
  const worth = kind === 'most_viewed' ? sql<number>`resource.views_count` : recommended
  const rows = await resourcesSeenBy(context).where('resource.base_id', '=', baseId).where('resource.published_at', 'is not', null)
    .$if(kind === 'most_recommended', (some) => some.where('resource.public_feedback', '=', true))
    .where(worth, '>', 0).select('resource.id').orderBy(worth, 'desc').orderBy('resource.published_at', 'desc').orderBy('resource.id').limit(MOST).execute()
  return rows.map(({ id }) => id)
}
