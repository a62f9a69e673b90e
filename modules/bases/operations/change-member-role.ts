import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { memberRoleChanged } from '../events.ts'
import { memberRole } from '../limits.ts'
import { checkAnotherAdministrator, memberOf } from '../joining/members.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'

/** Makes a member an administrator or a contributor; the last administrator stays one. */
export const changeMemberRole = command({
  http: 'PUT /bases/:baseId/members/:personId',
  input: z.object({ baseId: z.uuid(), personId: z.uuid(), role: memberRole }),
  output: z.null(),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  run: async (context: Context, { personId, role }, base) => {
    const member = await memberOf(context, base.id, personId)
    if (member.role === role) return null
    if (member.role === 'administrator') await checkAnotherAdministrator(context, base.id, personId)
    await context.db.updateTable('bases.base_member').set({ role }).where('base_id', '=', base.id).where('person_id', '=', personId)
      .execute()
    await context.record(memberRoleChanged, { baseId: base.id, personId })
    return null
  },
})
