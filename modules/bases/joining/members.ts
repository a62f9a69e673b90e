import { Refusal } from '#kernel/operation/operation.ts'
import type { MemberRole } from '../enumerations.ts'
import { memberAdded, memberRoleChanged } from '../events.ts'
import type { Context } from '../policy.ts'

/** The member of a base whose row is locked by the command. @throws Refusal `bases.no-member` (404). */
export const memberOf = async ({ db }: Context, baseId: string, personId: string): Promise<{ role: MemberRole }> => {
  const member = await db.selectFrom('bases.base_member').select('role').where('base_id', '=', baseId).where('person_id', '=', personId)
    .executeTakeFirst()
  if (!member) throw new Refusal('bases.no-member', {}, 404)
  return member as { role: MemberRole }
}

/** A base always has someone to hold it. @throws Refusal `bases.last-administrator`. */
export const checkAnotherAdministrator = async ({ db }: Context, baseId: string, personId: string) => {
  const another = await db.selectFrom('bases.base_member').select('person_id').where('base_id', '=', baseId)
    .where('role', '=', 'administrator').where('person_id', '<>', personId).executeTakeFirst()
  if (!another) throw new Refusal('bases.last-administrator')
}

export const removeMember = async (context: Context, baseId: string, personId: string) => {
  const { role } = await memberOf(context, baseId, personId)
  if (role === 'administrator') await checkAnotherAdministrator(context, baseId, personId)
  await context.db.deleteFrom('bases.base_member').where('base_id', '=', baseId).where('person_id', '=', personId).execute()
}

/** Makes somebody a member, or gives a member a higher role; never a lower one. @returns whether it changed something. */
export const addMember = async ({ db, now, record }: Context, baseId: string, personId: string, role: MemberRole): Promise<boolean> => {
  const member = await db.selectFrom('bases.base_member').select('role').where('base_id', '=', baseId).where('person_id', '=', personId)
    .executeTakeFirst()
  if (member?.role === role || member?.role === 'administrator') return false
  await db.insertInto('bases.base_member').values({ base_id: baseId, person_id: personId, role, added_at: now })
    .onConflict((conflict) => conflict.columns(['base_id', 'person_id']).doUpdateSet({ role })).execute()
  await record(member ? memberRoleChanged : memberAdded, { baseId, personId })
  return true
}
