import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { logged, tries } from '#modules/search/api.ts'
import { resourceCard } from '../cards.ts'
import { kinds, searches } from '../indexing.ts'
import type { Context } from '../policy.ts'
import { typeTotals, totalsOf } from '../searching/totals.ts'
import { baseCard, basesFound, findBases } from './find-bases.ts'
import { findProfiles, profileCard, profilesFound } from './find-profiles.ts'
import { findResources, resourcesFound } from './find-resources.ts'

const first = { resources: 6, bases: 3, profiles: 4 } as const

const askedOf = async (context: Context, text: string) => {
  const [resources, bases, profiles, totals] = await Promise.all([
    resourcesFound(context, findResources.input.parse({ text, perPage: first.resources })),
    basesFound(context, findBases.input.parse({ text, perPage: first.bases })),
    profilesFound(context, findProfiles.input.parse({ text, perPage: first.profiles })),
    totalsOf(context, text),
  ])
  const corrected = resources.corrected ?? bases.corrected ?? profiles.corrected
  // What has the very words is what was meant: the mistakes that another type would make of them are not.
  const parts = [resources, bases, profiles]
  const meant = parts.some((part) => part.total > 0 && part.corrected === undefined)
  const isGuess = (part: typeof parts[number]) => meant && part.corrected !== undefined
  return {
    resources: isGuess(resources) ? [] : resources.resources, bases: isGuess(bases) ? [] : bases.bases,
    profiles: isGuess(profiles) ? [] : profiles.profiles, totals, corrected: meant ? undefined : corrected,
    total: parts.filter((part) => !isGuess(part)).reduce((sum, part) => sum + part.total, 0),
  }
}

/** The words, or those that were meant where nothing has them: every type is searched for the same ones. */
const found = async (context: Context, text: string) => {
  const asked = await askedOf(context, text)
  const again = asked.corrected === undefined ? asked : { ...await askedOf(context, asked.corrected), corrected: asked.corrected }
  return { ...again, tries: again.total === 0 ? await tries(context, [kinds.resource, kinds.base], text) : [] }
}

/** All that the same words find, of every type, the first of each. Without a word: how many there are. */
export const searchCommons = query({
  http: 'GET /search',
  input: z.object({ text: z.string().default('') }),
  output: z.object({
    resources: z.array(resourceCard), bases: z.array(baseCard), profiles: z.array(profileCard), total: z.int(), totals: typeTotals,
    /** What was searched instead, where nothing had the words. */
    corrected: z.string().optional(),
    tries: z.array(z.string()),
  }),
  allow: anyone,
  run: async (context: Context, { text }) => text.trim() === ''
    ? { resources: [], bases: [], profiles: [], total: 0, totals: await totalsOf(context, ''), tries: [] }
    : logged(context, { kind: searches.all, text }, () => found(context, text)),
})
