import { sql } from 'kysely'
import { principalsOf } from '#kernel/operation/actor.ts'
import type { Context } from './policy.ts'
import { typed } from './words.ts'

export interface Suggestion { kind: string; id: string; title: string }

/** One letter begins too many titles to help. */
const LEAST_LETTERS = 2
const MOST = 20

/**
 * Titles, among those the actor may see, that hold the words typed, the last one only begun; those that begin with them first, then the
 * most seen. Nothing before two letters. @param limit 20 at most.
 */
export const suggest = async ({ db, actor }: Context, kinds: string[], prefix: string, limit: number): Promise<Suggestion[]> => {
  const words = typed(prefix).map(({ word }) => word)
  if (words.join('').length < LEAST_LETTERS) return []
  const size = Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST)
  return (await sql<Suggestion>`select * from search.suggest(${principalsOf(actor)}, ${kinds}, ${words}, ${size})`.execute(db)).rows
}
