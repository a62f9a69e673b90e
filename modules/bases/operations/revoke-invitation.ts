import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { where } from '#kernel/operation/rule.ts'
import { administersBase, basesSeenBy, decidesOnResource, lockedResource, type Context } from '../policy.ts'

/** Takes an invitation back: its links open nothing any more. Whoever may invite there may. */
export const revokeInvitation = command({
  http: 'DELETE /base-invitations/:invitationId',
  input: z.object({ invitationId: z.uuid() }),
  output: z.null(),
  on: async (context: Context, { invitationId }) => {
    const row = await context.db.selectFrom('bases.invitation').select(['id', 'base_id', 'resource_id', 'state'])
      .where('id', '=', invitationId).forNoKeyUpdate().executeTakeFirst()
    const base = row?.base_id && await basesSeenBy(context).select('base.id').where('base.id', '=', row.base_id).executeTakeFirst()
    const resource = row?.resource_id && await lockedResource(context, row.resource_id)
    if (!row || !base && !resource) return undefined
    return { ...row, invites: base ? administersBase.holds(context.actor, base) : decidesOnResource.holds(context.actor, resource as never) }
  },
  allow: where('invites', true),
  when: ({ state }) => state === 'pending' ? undefined : 'bases.invitation-ended',
  run: async ({ db, now }: Context, _, { id }) => {
    await db.updateTable('bases.invitation').set({ state: 'revoked', answered_at: now, email: null }).where('id', '=', id).execute()
    return null
  },
})
