import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { count, countAll, type Counts } from '#modules/search/api.ts'
import { kinds } from './indexing.ts'
import type { Context } from './policy.ts'

/** Opinions that recommend: 3 or 4 out of 4. Called where an opinion is given or taken away. */
export const countRecommendations = async (context: Context, resourceId: string): Promise<void> => {
  const { many } = await context.db.selectFrom('bases.opinion').select((eb) => eb.fn.countAll<number>().as('many'))
    .where('resource_id', '=', resourceId).where('rating', '>=', 3).where('hidden_at', 'is', null).executeTakeFirstOrThrow()
  await count(context, kinds.resource, resourceId, { recommendations: many })
}

/** For bases and profiles the counters of search are other ones: `views` is how many resources they have shared, `saves` how many follow. */
interface Shared { id: string; resources: number; followers: number }
const asCounts = (rows: readonly Shared[]): Counts[] => rows.map(({ id, resources, followers }) => ({ id, views: resources, saves: followers }))

/**
 * Brings the counters by which bases and profiles are sorted up to their rows: each hour, since counting at each publication would make
 * the authors of one base wait for each other. Only those that changed are written.
 */
export const countShared = async (kernelContext: KernelContext): Promise<{ bases: number; profiles: number }> => {
  const context = kernelContext as Context
  const bases = await sql<Shared>`select base.id::text as id, base.followers_count as followers, coalesce(shared.many, 0)::int as resources
    from bases.base left join (select base_id, count(*) as many from bases.resource where is_open and base_id is not null group by base_id) as shared
      on shared.base_id = base.id
    where base.deleted_at is null`.execute(context.db)
  const profiles = await sql<Shared>`select card.id::text as id, coalesce(profile.followers_count, 0)::int as followers, coalesce(shared.many, 0)::int as resources
    from identity.card left join bases.profile on profile.person_id = card.id
    left join (select person_id, count(*) as many from (select created_by as person_id, id from bases.resource where is_open
        union select one.person_id, one.resource_id from bases.resource_contributor as one
          join bases.resource on resource.id = one.resource_id and resource.is_open) as written
      group by person_id) as shared on shared.person_id = card.id
    where card.is_public and not card.is_erased and (profile.followers_count > 0 or shared.many > 0)`.execute(context.db)
  await countAll(context, kinds.base, asCounts(bases.rows))
  await countAll(context, kinds.profile, asCounts(profiles.rows))
  return { bases: bases.rows.length, profiles: profiles.rows.length }
}
