import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { personSuspended } from '../../events.ts'
import type { Context } from '../../policy.ts'
import { closeSessions, gone, keepAnAdministrator, lockAdministrators, personForStaff, personId, reason } from './target.ts'

/** Closes an account until further notice: the person is signed out at once, everywhere, and no way in opens it. */
export const suspendPerson = command({
  http: 'POST /back-office/people/:personId/suspension',
  input: z.object({ personId, reason }),
  output: z.object({}),
  on: async (context: Context, input) => {
    await lockAdministrators(context)
    return personForStaff(context, input.personId, true)
  },
  allow: holds('administrator'),
  when: (person, _, { actor }) => {
    if (person.id === actor.id) return 'identity.not-yourself'
    return gone(person) ?? (person.state === 'suspended' ? 'identity.already-suspended' : undefined)
  },
  run: async (context: Context, input, person) => {
    const { db, actor, now, record } = context
    await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', person.id).execute()
    await db.insertInto('identity.suspension')
      .values({ id: v7(), person_id: person.id, reason: input.reason, by_person_id: actor.id ?? null, at: now }).execute()
    await closeSessions(context, person.id)
    if (person.roles.includes('administrator')) await keepAnAdministrator(context)
    await record(personSuspended, { personId: person.id })
    return {}
  },
})
