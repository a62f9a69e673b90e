import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { where } from '#kernel/operation/rule.ts'
import { holdEveryFile } from '../publishing/attachments.ts'
import { invitationAnswered } from '../events.ts'
import { invitationFor, invitationState, settleInvitation, stillOffered, token } from '../joining/invitations.ts'
import { addMember } from '../joining/members.ts'
import type { Context } from '../policy.ts'

/** What was asked of an invitation: found by its person, or by the secret of its mail; `mine` when the address is theirs too. */
export const invitationTarget = async (context: Context, input: { invitationId: string; token: string }) => {
  if (context.actor.id === undefined) throw new Refusal('sign-in-required', {}, 401)
  return invitationFor(context, input.invitationId, input.token, true)
}

export const invitationInput = z.object({ invitationId: z.uuid(), token })

const over = {
  accepted: 'bases.invitation-accepted', declined: 'bases.invitation-declined', expired: 'bases.invitation-expired', revoked: 'bases.invitation-revoked',
} as const

export const mayAnswer = ({ row }: NonNullable<Awaited<ReturnType<typeof invitationFor>>>, now: string) => {
  const state = invitationState(row, now)
  return state === 'pending' ? undefined : over[state]
}

/** Accepts to write in a base or on a resource, once. By mail it takes the secret and an account that has proved the invited address. */
export const acceptInvitation = command({
  http: 'POST /base-invitations/:invitationId/acceptance',
  input: invitationInput,
  output: z.object({ baseSlug: z.string().nullable(), resourceId: z.uuid().nullable() }),
  on: invitationTarget,
  allow: where('mine', true),
  when: (target, _, { now }) => mayAnswer(target, now),
  run: async (context: Context, _, { row }) => {
    const { db, actor, now } = context
    if (!await stillOffered(context, row)) throw new Refusal('bases.invitation-void')
    const personId = actor.id!
    if (row.base_id !== null) await addMember(context, row.base_id, personId, row.role as 'contributor')
    else {
      const resource = await db.selectFrom('bases.resource').selectAll().where('id', '=', row.resource_id).forNoKeyUpdate().executeTakeFirstOrThrow()
      await db.insertInto('bases.resource_contributor').values({ resource_id: resource.id, person_id: personId, added_at: now })
        .onConflict((conflict) => conflict.doNothing()).execute()
      await holdEveryFile(context, resource)
    }
    await settleInvitation(context, row.id, 'accepted')
    await context.record(invitationAnswered, { invitationId: row.id })
    const base = await db.selectFrom('bases.base').select('slug').where('id', '=', row.base_id).executeTakeFirst()
    return { baseSlug: base?.slug ?? null, resourceId: row.resource_id }
  },
})
