import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import type { Context } from '../policy.ts'
import { ownerOf, proposalOf, settle } from '../providers/proposal.ts'

/**
 * The provider has just asked who they are again, and names an identity that opens this very account. The ticket is made by the route that
 * verified it, which then renews the session.
 */
export const proveByProvider = command({
  http: 'POST /me/proof/provider',
  input: z.object({ ticket: token }),
  output: z.object({ returnTo: z.string() }),
  on: (context: Context, { ticket }) => proposalOf(context, ticket).where('proposal.person_id', '=', context.actor.id ?? null).forUpdate()
    .executeTakeFirst(),
  allow: inPerson,
  run: async (context: Context, _, proposal) => {
    const owner = await ownerOf(context, proposal)
    if (owner?.person_id !== context.actor.id) throw new Refusal('identity.identity-other')
    await context.db.updateTable('identity.external_identifier').set({ last_used_at: context.now }).where('id', '=', owner!.id).execute()
    await settle(context, proposal)
    return { returnTo: proposal.return_to }
  },
})
