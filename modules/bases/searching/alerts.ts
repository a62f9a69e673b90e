import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { visitor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { declareKind, declareSubject, notify } from '#modules/notifications/api.ts'
import { findSince } from '#modules/search/api.ts'
import { cardsOf } from '../cards.ts'
import { searchedKinds, type SearchedKind } from '../enumerations.ts'
import { savedSearch } from '../indexing.ts'
import { basesSeenBy, type Context, type Tables } from '../policy.ts'
import { visibleAmong } from '../profile-index.ts'
import { facetsOf, keptFilters, kindsOf, savedSearchesOf } from './saved-search.ts'
import { urls } from '../web/routes.ts'
import { fr } from '../web/saved-search.fr.ts'

/** A search that is kept newly finds something. */
export const savedFound = declareKind({
  code: savedSearch.found, importance: 'normal', channels: { mail: 'daily' },
  params: z.object({ searchId: z.uuid(), name: z.string(), count: z.int(), href: z.string(),
    // Of before, when resources alone were searched for.
    kind: z.enum(searchedKinds).default('resources') }),
  family: fr.alert.family, label: fr.alert.label,
  text: ({ name, count, kind }) => ({ title: fr.alert.title(name, count, kind), body: fr.alert.why }),
  href: ({ href }) => href,
})

/** One search may be muted from what it told. */
declareSubject({
  kind: savedSearch.subject, label: fr.alert.subject,
  find: async (context: KernelContext, id) => {
    const row = await savedSearchesOf(context as Context).select('saved.name').where('saved.id', '=', id).executeTakeFirst()
    return row && { title: row.name, href: urls.mySearches(id) }
  },
})

const BATCH = 100
/** More than these are told as "20 and more". */
const MOST = 20

interface Saved { id: string; person_id: string; name: string; kind: string; text: string; filters: unknown; told_until: string }

/**
 * What a search newly finds for everybody: alerts never speak of what is private, whoever owns the search, so that nothing of a base that
 * a person left a moment ago reaches them.
 */
const newlyFound = async (context: Context, { text, filters, told_until }: Saved, kind: SearchedKind): Promise<number> => {
  const everybody = { ...context, actor: visitor }
  const found = await findSince(everybody, { kinds: [kindsOf[kind]], text, facets: facetsOf(kind, keptFilters(filters)) }, told_until, MOST)
  return counted[kind](everybody, found.map(({ id }) => id))
}

/** How many of them everybody may see. */
const counted: Record<SearchedKind, (context: Context, ids: readonly string[]) => Promise<number>> = {
  resources: async (context, ids) => (await cardsOf(context, ids)).length,
  bases: async (context, ids) => ids.length === 0 ? 0
    : (await basesSeenBy(context).select('base.id').where((eb) => eb('base.id', '=', eb.fn.any(eb.val([...ids])))).execute()).length,
  profiles: async (context, ids) => (await visibleAmong(context, ids)).size,
}

const tell = async (context: Context, saved: Saved): Promise<boolean> => {
  const kind = saved.kind as SearchedKind
  const count = await newlyFound(context, saved, kind)
  if (count === 0) return false
  const { id, person_id, name, text, filters } = saved
  await notify(context, {
    kind: savedFound, to: [person_id], about: { kind: savedSearch.subject, id },
    params: { searchId: id, name, count, kind, href: urls.searched(kind, { text, ...keptFilters(filters) }, 'recent') },
  })
  await context.db.updateTable('bases.saved_search').set({ told_until: context.now }).where('id', '=', id).execute()
  return true
}

/** Each morning, tells those who asked what their searches newly find; a batch at a time, each whole or not at all. */
export const tellSavedSearches = job({
  name: 'bases.tell-saved-searches', payload: z.object({}).loose(), schedule: '41 5 * * *',
  run: async ({ db, transaction }: JobContext<Tables>) => {
    let [asked, told] = [0, 0]
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined;) {
      const rows: Saved[] = await db.selectFrom('bases.saved_search').select(['id', 'person_id', 'name', 'kind', 'text', 'filters',
        'told_until'])
        .where('alerts', '=', true).where('id', '>', after).orderBy('id').limit(BATCH).execute()
      told += await transaction(async (context) => {
        let many = 0
        for (const saved of rows) if (await tell(context, saved)) many++
        return many
      })
      asked += rows.length
      after = rows.length < BATCH ? undefined : rows.at(-1)!.id
    }
    return { asked, told }
  },
})
