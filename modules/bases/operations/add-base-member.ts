import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { memberAdded } from '../events.ts'
import { memberRole } from '../limits.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'

/** Adds a person to a base. Only an administrator adds, so nobody ever gives a role above their own. */
export const addBaseMember = command({
  http: 'POST /bases/:baseId/members',
  input: z.object({ baseId: z.uuid(), personId: z.uuid(), role: memberRole }),
  output: z.null(),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  run: async (context: Context, { personId, role }, base) => {
    const person = await context.db.selectFrom('identity.card').select('id').where('id', '=', personId).where('is_erased', '=', false)
      .executeTakeFirst()
    if (!person) throw new Refusal('bases.no-person', {}, 404)
    const added = await context.db.insertInto('bases.base_member')
      .values({ base_id: base.id, person_id: personId, role, added_at: context.now })
      .onConflict((conflict) => conflict.doNothing()).returning('person_id').executeTakeFirst()
    if (!added) throw new Refusal('bases.already-member')
    await context.record(memberAdded, { baseId: base.id, personId })
    return null
  },
})
