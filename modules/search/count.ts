import { sql } from 'kysely'
import type { Context } from './policy.ts'

/** Counters that the sorts use. What each counts is the domain's affair: the resources and the followers of a base, for instance. */
export interface Counts { id: string; views?: number; saves?: number; recommendations?: number }

/**
 * Sets the counters of documents of one kind; one left out stays as it is. Cheap: the words are not indexed again, and a document that
 * has its counts is not written. Nothing happens to one that does not exist.
 */
export const countAll = async ({ db }: Context, kind: string, counts: readonly Counts[]): Promise<void> => {
  if (counts.length === 0) return
  const column = (name: 'views' | 'saves' | 'recommendations') => counts.map((one) => one[name] ?? null)
  await sql`select search.count_all(${kind}, ${counts.map(({ id }) => id)}::text[], ${column('views')}::int[], ${column('saves')}::int[],
    ${column('recommendations')}::int[])`.execute(db)
}

/** The same for one document, by the name of each counter. */
export const count = (context: Context, kind: string, id: string, counts: Omit<Counts, 'id'>): Promise<void> =>
  countAll(context, kind, [{ id, ...counts }])
