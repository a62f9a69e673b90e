import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { proposalAccepted } from '../events.ts'
import { myProposals, type Context } from '../policy.ts'

/** Agrees to enter: the worker gives what the list says, since the person has no right in the organisation yet. */
export const acceptProposal = command({
  http: 'POST /me/membership-proposals/:proposalId/acceptance',
  input: z.object({ proposalId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { proposalId }) => myProposals(context).selectAll('proposal').where('proposal.id', '=', proposalId)
    .forNoKeyUpdate('proposal').executeTakeFirst(),
  allow: signedIn,
  run: async ({ db, now, record }: Context, _, proposal) => {
    await db.updateTable('provisioning.proposal').set({ state: 'accepted', decided_at: now, version: proposal.version + 1 }).where('id', '=', proposal.id).execute()
    await record(proposalAccepted, { proposalId: proposal.id })
    return {}
  },
})
