import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { invitePerson } from '../../invitation.ts'
import type { Context } from '../../policy.ts'
import { firstName, lastName } from '../../profile.ts'

/**
 * Makes an account for somebody, whose address is not proved yet: they become that person by opening the mail that is sent, or any other link
 * sent to this address.
 */
export const registerPerson = command({
  http: 'POST /back-office/people',
  input: z.object({ firstName, lastName, email: z.email().max(254).toLowerCase() }),
  output: z.object({ personId: z.uuid() }),
  allow: holds('administrator'),
  run: async (context: Context, { firstName: first, lastName: last, email }) => {
    const { db, now } = context
    const personId = v7()
    await db.insertInto('identity.person').values({ id: personId, first_name: first, last_name: last, created_at: now }).execute()
    await db.insertInto('identity.account').values({ id: v7(), person_id: personId, kind: 'person', created_at: now }).execute()
    await invitePerson(context, personId, email)
    return { personId }
  },
})
