import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { platformRoleChanged } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { platformRoles } from '../../platform-roles.ts'
import { endActing, gone, lockAdministrators, personForStaff, personId } from './target.ts'

/** Gives a role of the platform. Nobody acts any longer in the place of who has one. */
export const grantPlatformRole = command({
  http: 'PUT /back-office/people/:personId/roles/:role',
  input: z.object({ personId, role: z.enum(platformRoles) }),
  output: z.object({}),
  on: async (context: Context, input) => {
    await lockAdministrators(context)
    return personForStaff(context, input.personId, true)
  },
  allow: holds('administrator'),
  provedWithin: 5,
  when: (person, { role }) => {
    if (person.roles.includes(role)) return 'identity.role-held'
    return gone(person) ?? (person.state === 'active' ? undefined : 'identity.role-needs-active')
  },
  run: async (context: Context, { role }, person) => {
    const { db, record } = context
    await db.insertInto('identity.platform_role').values({ person_id: person.id, role }).execute()
    await endActing(context, person.id)
    await record(platformRoleChanged, { personId: person.id })
    return {}
  },
})
