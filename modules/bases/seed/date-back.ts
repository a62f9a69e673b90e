import { sql } from 'kysely'
import { indexBase, indexResource } from '../indexing.ts'
import type { Seeding } from '../seed.ts'

const DAY = 86_400_000

/** A number from a key, the same at each seeding. */
const sumOf = (key: string) => Buffer.from(key).reduce((sum, byte) => sum + byte, 7)

/** An hour of a working day, the same for a key at each seeding. */
export const instant = (now: number, daysAgo: number, key: string) => {
  const chance = sumOf(key) * 31 % 600
  return new Date(Math.floor(now / DAY - daysAgo) * DAY + (480 + chance) * 60_000).toISOString()
}

/** Older and shorter-titled ones have been read more, which is enough to sort them by. */
const viewsOf = (daysAgo: number, key: string) => Math.round(12 + daysAgo * (0.4 + sumOf(key) % 17 / 9))

const dateResource = async ({ owner, context, now }: Seeding, id: string, key: string, daysAgo: number) => {
  const published = instant(now, daysAgo, key)
  const begun = instant(now, daysAgo + 6, key)
  const resource = await owner.updateTable('bases.resource').where('id', '=', id).set({
    created_at: begun, published_at: sql`case when published_at is null then null else ${published}::timestamptz end`,
    last_published_at: sql`case when published_at is null then null else ${published}::timestamptz end`,
    views_count: sql`case when is_open then ${viewsOf(daysAgo, key)}::integer else 0 end`,
  }).returningAll().executeTakeFirstOrThrow()
  await owner.updateTable('bases.draft').where('resource_id', '=', id).set({ updated_at: published }).execute()
  // Written over six days, published at the end of them.
  await sql`update bases.resource_event as event set at = ${begun}::timestamptz
      + (${published}::timestamptz - ${begun}::timestamptz) * (event.sequence - 1) / greatest(last.sequence - 1, 1)
    from (select max(sequence) as sequence from bases.resource_event where resource_id = ${id}) as last
    where event.resource_id = ${id}`.execute(owner)
  await indexResource(context, resource)
}

/** The demonstration alone writes dates of before: nothing looks made today. Only the owner of the tables may. */
export const dateBack = async (seed: Seeding) => {
  const { world, owner, context, bases, resources, now } = seed
  for (const { key, daysAgo } of world.resources) await dateResource(seed, resources.get(key)!, key, daysAgo)
  for (const [index, { key }] of world.bases.entries()) {
    const at = instant(now, 480 - index * 17, key)
    const base = await owner.updateTable('bases.base').where('id', '=', bases.get(key)!).set({ created_at: at, updated_at: at })
      .returningAll().executeTakeFirstOrThrow()
    await owner.updateTable('bases.base_member').where('base_id', '=', base.id).set({ added_at: at }).execute()
    await indexBase(context, base)
  }
  await owner.updateTable('bases.collection').set({ created_at: instant(now, 60, 'a'), updated_at: instant(now, 12, 'b') }).execute()
}
