import { v7 } from '#kernel/id.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { groupChanged, groupClosed, groupCreated, groupReopened } from './events.ts'
import type { Context } from './policy.ts'
import type { GroupKind } from './roles.ts'

export interface NewGroup {
  organisationId: string
  kind: GroupKind
  name: string
  /** How the establishment's own system names it; unique in the organisation. */
  code?: string | null
  /** The group that this one is within: a class within its programme. */
  parentId?: string | null
}

/** A programme, its year, its class, its subgroup: deeper is a mistake of an import. */
const MOST_LEVELS = 6

/**
 * A group and its place under those above it. The caller has checked who may. @throws Refusal `organisations.code-taken`,
 * `organisations.groups-too-deep`.
 */
export const createGroupIn = async (context: KernelContext, { organisationId, kind, name, code, parentId }: NewGroup): Promise<string> => {
  const { db, now, record } = context as Context
  const above = parentId ? await db.selectFrom('organisations.group_within').select('ancestor_id')
    .where('organisation_id', '=', organisationId).where('group_id', '=', parentId).execute() : []
  if (above.length >= MOST_LEVELS) throw new Refusal('organisations.groups-too-deep')
  const id = v7()
  const made = await db.insertInto('organisations.group').values({
    id, organisation_id: organisationId, kind, name, code: code || null, parent_id: parentId ?? null, created_at: now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (!made) throw new Refusal('organisations.code-taken')
  await db.insertInto('organisations.group_within')
    .values([id, ...above.map(({ ancestor_id }) => ancestor_id)].map((one) =>
      ({ organisation_id: organisationId, group_id: id, ancestor_id: one }))).execute()
  await record(groupCreated, { organisationId, groupId: id })
  return id
}

/** Gives a group its name and its code. @returns its new version. @throws Refusal `organisations.code-taken`. */
export const renameGroup = async (
  { db, record }: Context, group: { organisation_id: string; id: string; version: number }, { name, code }: { name: string; code: string },
): Promise<number> => {
  const taken = code ? await db.selectFrom('organisations.group').select('id').where('organisation_id', '=', group.organisation_id)
    .where('code', '=', code).where('id', '<>', group.id).executeTakeFirst() : undefined
  if (taken) throw new Refusal('organisations.code-taken')
  const version = group.version + 1
  await db.updateTable('organisations.group').set({ name, code: code || null, version })
    .where('organisation_id', '=', group.organisation_id).where('id', '=', group.id).execute()
  await record(groupChanged, { organisationId: group.organisation_id, groupId: group.id })
  return version
}

/** @throws Refusal `organisations.group-holds-groups` when open groups are within this one. */
export const checkHoldsNone = async ({ db }: Context, group: { organisation_id: string; id: string }): Promise<void> => {
  const within = await db.selectFrom('organisations.group').select('id').where('organisation_id', '=', group.organisation_id)
    .where('parent_id', '=', group.id).where('closed_at', 'is', null).executeTakeFirst()
  if (within) throw new Refusal('organisations.group-holds-groups')
}

/** Closes a group, whose memberships then give nothing, or opens it again (`null`) with all that it had. */
export const setGroupClosed = async (context: Context, group: { organisation_id: string; id: string },
  at: string | null): Promise<void> => {
  await context.db.updateTable('organisations.group').set((eb) => ({ closed_at: at, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', group.organisation_id).where('id', '=', group.id).execute()
  await context.record(at ? groupClosed : groupReopened, { organisationId: group.organisation_id, groupId: group.id })
}

/**
 * The open group of this code, or else of this kind and name under this parent; made when there is none. For imports, which name groups.
 */
export const findOrCreateGroup = async (context: KernelContext, given: NewGroup): Promise<{ groupId: string; isNew: boolean }> => {
  const { db } = context as Context
  const { organisationId, kind, name, code, parentId = null } = given
  // Two imports at once make one group.
  await db.selectFrom('organisations.organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().executeTakeFirst()
  const known = await db.selectFrom('organisations.group').select(['id', 'closed_at']).where('organisation_id', '=', organisationId)
    .where((eb) => code ? eb('code', '=', code)
      : eb.and([eb('kind', '=', kind), eb('name', '=', name), eb('parent_id', 'is not distinct from', parentId),
        eb('closed_at', 'is', null)]))
    .executeTakeFirst()
  if (!known) return { groupId: await createGroupIn(context, given), isNew: true }
  // What the establishment names again is open again.
  if (known.closed_at) await setGroupClosed(context as Context, { organisation_id: organisationId, id: known.id }, null)
  return { groupId: known.id, isNew: false }
}
