import { sql } from 'kysely'
import type { Context } from '../policy.ts'

export type OriginKind = 'base' | 'resource' | 'collection'
const TABLES = { base: 'bases.base', resource: 'bases.resource', collection: 'bases.collection' } as const

/** What a package brought into a base is known by, in that base only: the same package may fill two. */
export const packageSource = (baseId: string): string => `package:${baseId}`

/** Of these names of elsewhere, those that are here already, with what they are here. What has gone for good since is not. */
export const knownOrigins = async ({ db }: Context, source: string, kind: OriginKind, values: readonly string[]): Promise<Map<string,
  string>> => {
  if (values.length === 0) return new Map()
  const rows = await db.selectFrom('bases.imported_name as name').select(['name.value', 'name.target_id'])
    .where('name.source', '=', source).where('name.kind', '=', kind).where('name.value', 'in', [...new Set(values)])
    .where(sql<boolean>`exists (select from ${sql.table(TABLES[kind])} as target where target.id = name.target_id)`).execute()
  return new Map(rows.map(({ value, target_id }) => [value, target_id]))
}

/** Keeps what something was called where it comes from. */
export const keptOrigin = async (
  { db, now }: Context, { source, kind, value, targetId }: { source: string; kind: OriginKind; value: string; targetId: string },
): Promise<void> => {
  await db.insertInto('bases.imported_name').values({ source, kind, value, target_id: targetId, imported_at: now })
    .onConflict((conflict) => conflict.columns(['source', 'kind', 'value']).doUpdateSet({ target_id: targetId, imported_at: now }))
      .execute()
}
