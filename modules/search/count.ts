import { sql } from 'kysely'
import type { Context } from './policy.ts'

/**
 * Sets the counters that the sorts use (`views`, `saves`); one left out stays as it is. Cheap: the words are not indexed again.
 * Nothing happens when there is no such document.
 */
export const count = async ({ db }: Context, kind: string, id: string, counts: Record<string, number>): Promise<void> => {
  await sql`select search.count(${kind}, ${id}, ${counts['views'] ?? null}, ${counts['saves'] ?? null})`.execute(db)
}
