import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { personRestored } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { gone, personForStaff, personId, reason } from './target.ts'

/** Opens a suspended account again; its sessions stay closed. */
export const restorePerson = command({
  http: 'DELETE /back-office/people/:personId/suspension',
  input: z.object({ personId, reason }),
  output: z.object({}),
  on: (context: Context, input) => personForStaff(context, input.personId, true),
  allow: holds('administrator'),
  when: (person) => gone(person) ?? (person.state === 'suspended' ? undefined : 'identity.not-suspended'),
  run: async ({ db, actor, now, record }: Context, input, person) => {
    await db.updateTable('identity.account').set({ state: 'active' }).where('person_id', '=', person.id).execute()
    await db.updateTable('identity.suspension').set({ lifted_at: now, lifted_by_person_id: actor.id ?? null, lift_reason: input.reason })
      .where('person_id', '=', person.id).where('lifted_at', 'is', null).execute()
    await record(personRestored, { personId: person.id })
    return {}
  },
})
