import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { find, findSince, put, remove } from '#modules/search/api.ts'
import { kinds } from './indexing.ts'
import { profilesSeenBy, type Context } from './policy.ts'

/**
 * Brings what search knows of people up to their profiles: a public one is found by its name and title, a private one is taken away. It
 * follows the change by a moment (the profile is another module's), so whoever finds checks each again: see `visibleAmong`.
 */
export const indexProfiles = async (kernelContext: KernelContext, ids: readonly string[]): Promise<void> => {
  const context = kernelContext as Context
  if (ids.length === 0) return
  const rows = await context.db.selectFrom('identity.card as card').leftJoin('bases.profile as profile', 'profile.person_id', 'card.id')
    .select(['card.id', 'card.name', 'card.title', 'card.is_public', 'card.is_erased', 'profile.withheld'])
    .where((eb) => eb('card.id', '=', eb.fn.any(eb.val([...ids])))).execute()
  const shown = new Map(rows.filter(({ is_public, is_erased, name,
    withheld }) => is_public && !is_erased && name !== null && withheld === null)
    .map((row) => [row.id, row]))
  const since = await datePublic(context, [...shown.keys()], ids.filter((id) => !shown.has(id)))
  for (const id of ids) {
    const profile = shown.get(id)
    if (profile) await put(context, {
      kind: kinds.profile, id, principals: ['public'], title: profile.name!, summary: profile.title ?? '', body: '', facets: {},
      publishedAt: since.get(id) ?? context.now, counts: {},
    })
    else await remove(context, kinds.profile, id)
  }
}

/** Since when each has been found: the day on which it is indexed again is no news. */
const datePublic = async ({ db, now }: Context, shown: readonly string[], others: readonly string[]): Promise<ReadonlyMap<string,
  string>> => {
  if (others.length > 0) {
    await db.updateTable('bases.profile').set({ public_since: null }).where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...others]))))
      .where('public_since', 'is not', null).execute()
  }
  if (shown.length === 0) return new Map()
  await db.insertInto('bases.profile').values(shown.map((person_id) => ({ person_id, public_since: now })))
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ public_since: now }).where('bases.profile.public_since', 'is',
      null)).execute()
  const rows = await db.selectFrom('bases.profile').select(['person_id', 'public_since']).where((eb) => eb('person_id', '=',
    eb.fn.any(eb.val([...shown])))).execute()
  return new Map(rows.map(({ person_id, public_since }) => [person_id, public_since!]))
}

const BATCH = 500

/** Every public profile, and those that search still has and should not: each night, and after a seed or an import. */
export const indexEveryProfile = async (kernelContext: KernelContext): Promise<{ profiles: number; removed: number }> => {
  const context = kernelContext as Context
  let profiles = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await context.db.selectFrom('identity.card').select('id').where('is_public', '=', true).where('is_erased', '=', false)
      .where('id', '>', after).orderBy('id').limit(BATCH).execute()
    await indexProfiles(context, rows.map(({ id }) => id))
    profiles += rows.length
    if (rows.length < BATCH) break
    after = rows.at(-1)!.id
  }
  const gone: string[] = []
  for (let page = 1; ; page++) {
    const { ids } = await find(context, { kinds: [kinds.profile], sort: 'oldest', page, perPage: 100 })
    const seen = await visibleAmong(context, ids.map(({ id }) => id))
    gone.push(...ids.flatMap(({ id }) => seen.has(id) ? [] : id))
    if (ids.length < 100) break
  }
  await indexProfiles(context, gone)
  return { profiles, removed: gone.length }
}

/** Those of these people whose profile the actor may see now. */
export const visibleAmong = async (context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await profilesSeenBy(context).select('profile.id').where((eb) => eb('profile.id', '=', eb.fn.any(eb.val([...ids])))).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Profiles counted one by one; there are seldom more of one name. */
export const MOST_PROFILES = 1000

/** How many profiles the actor would find: each is looked at again, so that one made private a moment ago is not even counted. */
export const countProfiles = async (context: Context, text: string): Promise<{ total: number; totalIsAtLeast: boolean }> => {
  const found = await findSince(context, { kinds: [kinds.profile], text }, '-infinity', MOST_PROFILES + 1)
  const seen = await visibleAmong(context, found.map(({ id }) => id))
  return { total: Math.min(seen.size, MOST_PROFILES), totalIsAtLeast: seen.size > MOST_PROFILES }
}
