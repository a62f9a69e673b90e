import { sql } from 'kysely'
import type { Context } from './policy.ts'

/** Takes a document out, in the transaction of what it protects; nothing happens when there is none. */
export const remove = async ({ db }: Context, kind: string, id: string): Promise<void> => {
  await sql`select search.remove(${kind}, ${id})`.execute(db)
}
