import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { impersonationAsked } from '../../events.ts'
import { personForStaff, personId, reason } from '../../operations/back-office/target.ts'
import type { Context } from '../../policy.ts'
import { LASTS, later } from '../state.ts'

/** Asks a person to be allowed to act in their place: they see the request and its reason on their account, and by mail. */
export const askImpersonation = command({
  http: 'POST /back-office/people/:personId/impersonations',
  input: z.object({ personId, reason }),
  output: z.object({ impersonationId: z.uuid() }),
  on: (context: Context, input) => personForStaff(context, input.personId, true),
  allow: holds('administrator'),
  when: (person, _, { actor }) => {
    if (person.id === actor.id) return 'identity.not-yourself'
    if (person.roles.length > 0) return 'identity.never-of-staff'
    return person.state === 'active' ? undefined : 'identity.person-not-active'
  },
  run: async ({ db, actor, now, record }: Context, input, person) => {
    const waiting = await db.selectFrom('identity.impersonation').select('id').where('person_id', '=', person.id)
      .where('ended_at', 'is', null).where('refused_at', 'is', null).where('expires_at', '>', now).executeTakeFirst()
    if (waiting) throw new Refusal('identity.impersonation-pending')
    const impersonationId = v7()
    await db.insertInto('identity.impersonation').values({
      id: impersonationId, person_id: person.id, by_person_id: actor.id!, reason: input.reason, asked_at: now, expires_at: later(now, LASTS.question),
    }).execute()
    await record(impersonationAsked, { impersonationId, personId: person.id })
    return { impersonationId }
  },
})
