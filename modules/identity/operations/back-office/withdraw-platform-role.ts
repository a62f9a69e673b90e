import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { platformRoleChanged } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { endActing, keepAnAdministrator, lockAdministrators, personForStaff, personId } from './target.ts'

/** Takes a role of the platform back, from oneself too; never from the last person who can administer it. */
export const withdrawPlatformRole = command({
  http: 'DELETE /back-office/people/:personId/roles/:role',
  // Any name: a role that the code no longer knows can be taken back too.
  input: z.object({ personId, role: z.string().max(60) }),
  output: z.object({}),
  on: async (context: Context, input) => {
    await lockAdministrators(context)
    return personForStaff(context, input.personId, true)
  },
  allow: holds('administrator'),
  provedWithin: 5,
  when: (person, { role }) => person.roles.includes(role) ? undefined : 'identity.role-not-held',
  run: async (context: Context, { role }, person) => {
    const { db, record } = context
    await db.deleteFrom('identity.platform_role').where('person_id', '=', person.id).where('role', '=', role).execute()
    if (role === 'administrator') {
      await endActing(context, person.id)
      await keepAnAdministrator(context)
    }
    await record(platformRoleChanged, { personId: person.id })
    return {}
  },
})
