import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myProposals, type Context } from '../policy.ts'

/** Declines to enter: the organisation learns nothing of the account, and its next list may ask again. */
export const refuseProposal = command({
  http: 'DELETE /me/membership-proposals/:proposalId',
  input: z.object({ proposalId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { proposalId }) => myProposals(context).selectAll('proposal').where('proposal.id', '=', proposalId)
    .forNoKeyUpdate('proposal').executeTakeFirst(),
  allow: signedIn,
  run: async ({ db, now }: Context, _, proposal) => {
    await db.updateTable('provisioning.proposal').set({ state: 'refused', decided_at: now, version: proposal.version + 1 }).where('id', '=', proposal.id).execute()
    return {}
  },
})
