import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find, logged, tries } from '#modules/search/api.ts'
import { kinds, searches } from '../indexing.ts'
import { page, perPage } from '../limits.ts'
import { personCard } from '../people.ts'
import { profilesSeenBy, resourcesSeenBy, writtenBy, type Context } from '../policy.ts'
import { countProfiles } from '../profile-index.ts'
import { totalsOf, typeTotals } from '../searching/totals.ts'
import { sharedSorts } from './find-bases.ts'

export const profileCard = personCard.extend({ resourcesCount: z.int() })

/** Their cards, in their order, those of private profiles left out; with what the reader may read of each. */
const cardsOf = async (context: Context, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const rows = await profilesSeenBy(context).where((eb) => eb('profile.id', '=', eb.fn.any(eb.val([...ids]))))
    .select(['profile.id', 'profile.name', 'profile.title', 'profile.portrait_file_id as portraitFileId'])
    .select(resourcesSeenBy(context).where('resource.published_at', 'is not', null).where(writtenBy(sql.ref('profile.id')))
      .select((eb) => eb.fn.countAll<number>().as('many')).as('resourcesCount'))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? { ...row, resourcesCount: row.resourcesCount ?? 0 } : []
  })
}

const input = z.object({
  text: z.string().optional(), sort: z.enum(['relevance', 'resources', 'followers', 'a-z', 'z-a']).optional(), page, perPage,
  /** Asks how many resources and bases the same words find. */
  withTotals: z.boolean().optional(),
})

/** Public profiles by words, without a line in the log. */
export const profilesFound = async (context: Context, { text, sort, page, perPage, withTotals }: z.output<typeof input>) => {
  const order = sort ?? (text?.trim() ? 'relevance' : 'a-z')
  const asked = {
    kinds: [kinds.profile], text, sort: order === 'resources' || order === 'followers' ? sharedSorts[order] : order, page, perPage,
  }
  const [found, totals] = await Promise.all([find(context, asked), withTotals ? totalsOf(context, text ?? '') : undefined])
  const [profiles, counted] = await Promise.all([
    cardsOf(context, found.ids.map(({ id }) => id)), countProfiles(context, found.corrected ?? text ?? ''),
  ])
  // A correction says that somebody has this name: not when everyone who had it is private now.
  const corrected = counted.total > 0 ? found.corrected : undefined
  return {
    profiles, ...counted, page, pages: counted.totalIsAtLeast ? found.pages : Math.ceil(counted.total / perPage), corrected,
    tries: counted.total === 0 && text ? await profileTries(context, text) : [],
    totals: totals && corrected !== undefined ? await totalsOf(context, corrected) : totals,
  }
}

const profileTries = async (context: Context, text: string) => {
  const texts = await tries(context, [kinds.profile], text)
  const counts = await Promise.all(texts.map((one) => countProfiles(context, one)))
  return texts.filter((_, place) => counts[place]!.total > 0)
}

/** People whose profile is public, by name and by what they do. A private profile is neither found nor counted nor suggested. */
export const findProfiles = query({
  http: 'GET /profiles',
  input,
  output: z.object({
    profiles: z.array(profileCard), total: z.int(), totalIsAtLeast: z.boolean(), page: z.int(), pages: z.int(), corrected: z.string().optional(),
    /** Nothing found: shorter texts that find something. */
    tries: z.array(z.string()), totals: typeTotals.optional(),
  }),
  allow: anyone,
  run: (context: Context, given) => given.page > 1 ? profilesFound(context, given)
    : logged(context, { kind: searches.profiles, text: given.text }, () => profilesFound(context, given)),
})
