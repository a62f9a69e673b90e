import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { invite, invited, invitesOne } from '../joining/invitations.ts'
import { memberRole } from '../limits.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'

/** Invites somebody to a base, by name or by address. Only an administrator invites, so nobody ever gives a role above their own. */
export const inviteToBase = command({
  http: 'POST /bases/:baseId/invitations',
  input: z.object({ baseId: z.uuid(), ...invited, role: memberRole }),
  output: z.object({ invitationId: z.uuid() }),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  when: (_, input) => invitesOne(input),
  run: async (context: Context, { personId, ...input }, base) => {
    const member = personId !== undefined && await context.db.selectFrom('bases.base_member').select('role').where('base_id', '=', base.id)
      .where('person_id', '=', personId).executeTakeFirst()
    if (member) throw new Refusal('bases.already-member')
    return { invitationId: await invite(context, { ...input, personId, baseId: base.id }) }
  },
})
