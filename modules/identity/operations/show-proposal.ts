import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { masked, token } from '../link.ts'
import type { Context } from '../policy.ts'
import { isAskedFirst } from '../providers/asking.ts'
import { labelOf, likelyOwner, ownerOf, proposalOf, provedSince } from '../providers/proposal.ts'
import { providerOf } from '../providers/provider.ts'
import { linkIdentity } from './link-identity.ts'
import { requestSignInLink } from './request-sign-in-link.ts'

/**
 * What the page of a proposal says. `confirm`: one button links it. `prove`: the account with this address must be opened first, by a link
 * sent
 * to it. `ask`: nobody is recognised, and they are asked whether they have an account. `other`: somebody else is signed in. `linked`, `taken`: nothing to do. `gone`: no such proposal, or not any more.
 */
export const showProposal = query({
  http: 'GET /sign-in/proposal',
  input: z.object({ ticket: token }),
  output: z.object({
    state: z.enum(['confirm', 'prove', 'ask', 'other', 'linked', 'taken', 'gone']), provider: z.string().nullable(), label: z.string().nullable(),
    /** Of the account that may be theirs: whole where the provider said the same one, else masked. */
    address: z.string().nullable(), email: z.string().nullable(), canJoinApart: z.boolean(),
  }),
  allow: anyone,
  can: { linkIdentity, requestSignInLink },
  run: async (context: Context, { ticket }) => {
    const { db, actor } = context
    const gone = { state: 'gone' as const, provider: null, label: null, address: null, email: null, canJoinApart: false }
    const proposal = await proposalOf(context, ticket).executeTakeFirst()
    if (!proposal || proposal.person_id && proposal.person_id !== actor.id) return gone
    const said = { provider: providerOf(proposal.provider)?.label ?? proposal.provider, label: labelOf(proposal), address: null,
      email: null, canJoinApart: false }
    const owner = await ownerOf(context, proposal)
    if (owner) return { ...said, state: owner.person_id === actor.id ? 'linked' as const : 'taken' as const }
    if (proposal.person_id) return { ...said, state: 'confirm' as const }
    const likely = await likelyOwner(context, proposal)
    if (!likely && !isAskedFirst(proposal.return_to)) return gone
    const cameIn = actor.id !== undefined && provedSince(actor, proposal.created_at)
    if (!likely) return { ...said, state: cameIn ? 'confirm' as const : 'ask' as const, canJoinApart: true }
    const proved = await db.selectFrom('identity.sign_in_link').select('id').where('email', '=', likely.email)
      .where('used_at', '>=', proposal.created_at).limit(1).executeTakeFirst()
    const known = likely.email === proposal.email
    const account = { ...said, address: known ? likely.email : masked(likely.email), email: known ? likely.email : null,
      canJoinApart: true }
    if (likely.person_id === actor.id && proved) return { ...account, state: 'confirm' as const }
    return { ...account, state: actor.id && likely.person_id !== actor.id ? 'other' as const : 'prove' as const }
  },
})
