import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { searchedKinds } from '../enumerations.ts'
import type { Context } from '../policy.ts'
import { MOST_SAVED, savedFilters, savedSearchesOf } from '../searching/saved-search.ts'

/**
 * Keeps a search of resources, of bases or of profiles under a name, to ask it again; with `alerts`, its owner is told each day what it
 * newly finds.
 */
export const saveSearch = command({
  http: 'POST /me/searches',
  input: savedFilters.extend({
    kind: z.enum(searchedKinds).default('resources'),
    name: z.string().trim().min(1).max(80), text: z.string().trim().max(200).default(''), alerts: z.boolean().default(false),
  }),
  output: z.object({ searchId: z.uuid() }),
  allow: signedIn,
  run: async (context: Context, { kind, name, text, alerts, ...filters }) => {
    const { db, actor, now } = context
    if (text === '' && Object.values(filters).every((values) => values === undefined || values.length === 0)) throw new Refusal('bases.search-empty')
    const { kept } = await savedSearchesOf(context).select((eb) => eb.fn.countAll<number>().as('kept')).executeTakeFirstOrThrow()
    if (kept >= MOST_SAVED) throw new Refusal('bases.too-many-searches', { most: MOST_SAVED })
    const searchId = v7()
    await db.insertInto('bases.saved_search').values({
      id: searchId, person_id: actor.id!, kind, name, text, filters: JSON.stringify(filters), alerts, told_until: now, created_at: now,
    }).execute()
    return { searchId }
  },
})
