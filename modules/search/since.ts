import { sql } from 'kysely'
import { principalsOf } from '#kernel/operation/actor.ts'
import type { Question } from './find.ts'
import type { Context } from './policy.ts'
import { clean, typed } from './words.ts'

/**
 * What the actor may find by a question and was published after an instant (ISO), the newest first: for those who asked to be told. Words
 * are taken as they are, without corrections. @param most how many at most.
 */
export const findSince = async (
  { db, actor }: Context, { kinds, text = '', facets = {} }: Pick<Question, 'kinds' | 'text' | 'facets'>, instant: string, most: number,
): Promise<{ kind: string; id: string }[]> => {
  const words = typed(text).map(({ word }) => word)
  const filters = Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length > 0).map(([facet, values]) => [clean(facet), values.map(clean)]))
  return (await sql<{ kind: string; id: string }>`select kind, id from search.since(${principalsOf(actor)}, ${kinds.map(clean)}, ${words},
    ${JSON.stringify(filters)}::jsonb, ${instant}::timestamptz, ${most}::int)`.execute(db)).rows
}
