import { sql } from 'kysely'
import type { Consequence } from '#kernel/operation/module.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { remove } from '#modules/search/api.ts'
import { holdBasePictures } from './publishing/attachments.ts'
import { removeForGood } from './publishing/deletion.ts'
import { kinds } from './indexing.ts'
import type { Context } from './policy.ts'
import { protectAgain } from './publishing/publishing.ts'
import { departure as words } from './web/departure.fr.ts'
import { urls } from './web/routes.ts'

/**
 * What becomes of what a person has written. `stays`: everybody reads it. `shared`: others write it too, invited or in the same base.
 * `goes`: it was theirs alone.
 */
const resourcesOf = async ({ db }: Context, personId: string) => {
  const { rows } = await sql<{ id: string; becomes: 'stays' | 'shared' | 'goes' }>`
    select resource.id, case when resource.is_open then 'stays'
      when resource.deleted_at is null and (exists (select from bases.resource_contributor as other
          where other.resource_id = resource.id and other.person_id <> ${personId})
        or exists (select from bases.base_member as other where other.base_id = resource.base_id and other.person_id <> ${personId}))
      then 'shared' else 'goes' end as becomes
    from bases.resource where resource.created_by = ${personId} order by resource.id`.execute(db)
  return Map.groupBy(rows, ({ becomes }) => becomes)
}

interface Held { id: string; title: string; slug: string; heir: string | null; heir_name: string | null; holds_something: boolean }

/** Bases that nobody else administers, with who has been a member longest, and whether something stays in them once the person has gone. */
const basesHeldAlone = async ({ db }: Context, personId: string): Promise<Held[]> => (await sql<Held>`
  select base.id, base.title, base.slug, heir.person_id as heir, card.name as heir_name, exists (
      select from bases.resource where resource.base_id = base.id and resource.deleted_at is null
        and (resource.is_open or resource.created_by is distinct from ${personId})) as holds_something
  from bases.base join bases.base_member as mine on mine.base_id = base.id and mine.person_id = ${personId} and mine.role = 'administrator'
  left join lateral (select person_id from bases.base_member as other where other.base_id = base.id and other.person_id <> ${personId}
    order by added_at, person_id limit 1) as heir on true
  left join identity.card on card.id = heir.person_id
  where base.deleted_at is null and not exists (select from bases.base_member as other
    where other.base_id = base.id and other.person_id <> ${personId} and other.role = 'administrator')
  order by base.title`.execute(db)).rows

const consequenceOf = ({ title, slug, heir, heir_name: name, holds_something: stays }: Held): Consequence => {
  const href = urls.baseMembers(slug)
  if (heir !== null) return { becomes: 'asks', says: words.handedOver(title, name ?? words.unknownMember), href }
  return stays ? { becomes: 'asks', says: words.alone(title), href } : { becomes: 'goes', says: words.gone(title) }
}

const foresee = async (kernelContext: KernelContext, personId: string): Promise<Consequence[]> => {
  const context = kernelContext as Context
  const [resources, held, { count }] = [await resourcesOf(context, personId), await basesHeldAlone(context, personId), await context.db
    .selectFrom('bases.collection').select(({ fn }) => fn.countAll<number>().as('count')).where('person_id', '=', personId)
    .where('is_favourites', '=', false).where('deleted_at', 'is', null).executeTakeFirstOrThrow()]
  const counted = (becomes: 'stays' | 'shared' | 'goes') => resources.get(becomes)?.length ?? 0
  const line = (becomes: Consequence['becomes'], number: number, say: (number: number) => string): Consequence[] =>
    number > 0 ? [{ becomes, says: say(number) }] : []
  return [
    ...line('stays', counted('stays'), words.published), ...line('stays', counted('shared'), words.shared),
    ...line('goes', counted('goes'), words.mine), ...line('goes', count, words.collections), ...held.map(consequenceOf),
  ]
}

const closeBase = async (context: Context, id: string) => {
  const { db, now } = context
  const collections = db.selectFrom('bases.collection').select('id').where('base_id', '=', id)
  await db.deleteFrom('bases.slug').where('kind', '=', 'collection').where('target_id', 'in', collections).execute()
  await db.deleteFrom('bases.collection').where('base_id', '=', id).execute()
  const base = await db.updateTable('bases.base').set({ deleted_at: now, updated_at: now }).where('id', '=', id).returningAll()
    .executeTakeFirstOrThrow()
  await holdBasePictures(context, { ...base, logo_file_id: null, cover_file_id: null })
  await remove(context, kinds.base, id)
}

/** Runs as the worker, before the person's rows go: afterwards nothing says what was theirs. */
const settle = async (kernelContext: KernelContext, personId: string): Promise<void> => {
  const context = kernelContext as Context
  const { db } = context
  const [resources, held] = [await resourcesOf(context, personId), await basesHeldAlone(context, personId)]
  for (const { id } of resources.get('goes') ?? []) await removeForGood(context, id)
  await remove(context, kinds.profile, personId)
  const contributed = await db.deleteFrom('bases.resource_contributor').where('person_id', '=', personId).returning('resource_id').execute()
  const left = await db.updateTable('bases.resource').set({ created_by: null }).where('created_by', '=', personId).returning('id').execute()
  const touched = new Set([...left.map(({ id }) => id), ...contributed.map(({ resource_id }) => resource_id)])
  // Files and search name those who see: the person is one of them no longer.
  for (const id of touched) {
    await protectAgain(context, await db.selectFrom('bases.resource').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  }
  for (const { id, heir, holds_something: stays } of held) {
    if (heir !== null) await db.updateTable('bases.base_member').set({ role: 'administrator' }).where('base_id', '=', id)
      .where('person_id', '=', heir).execute()
    else if (!stays) await closeBase(context, id)
  }
  await db.deleteFrom('bases.slug').where('kind', '=', 'collection')
    .where('target_id', 'in', db.selectFrom('bases.collection').select('id').where('person_id', '=', personId)).execute()
}

/** What a person leaves in the commons. */
export const departure = { foresee, settle }
