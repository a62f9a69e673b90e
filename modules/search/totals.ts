import { sql } from 'kysely'
import { principalsOf } from '#kernel/operation/actor.ts'
import type { Context } from './policy.ts'
import { clean, typed } from './words.ts'

/** Most that are counted of one kind. */
export const MOST_TOTAL = 10_000

/** How many documents of each kind the actor would find by these words: exact up to 10,000, which then stands for "more". */
export const totals = async ({ db, actor }: Context, kinds: readonly string[], text: string): Promise<Record<string, number>> => {
  const words = typed(text).map(({ word }) => word)
  const { rows } = await sql<{ kind: string; total: number }>`select kind, total
    from search.totals(${principalsOf(actor)}, ${kinds.map(clean)}, ${words})`.execute(db)
  return Object.fromEntries(rows.map(({ kind, total }) => [kind, Math.min(total, MOST_TOTAL)]))
}
