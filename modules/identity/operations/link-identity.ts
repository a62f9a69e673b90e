import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { keepAddress } from '../addresses.ts'
import { identityLinked } from '../events.ts'
import { token } from '../link.ts'
import type { Context } from '../policy.ts'
import { isAskedFirst } from '../providers/asking.ts'
import { attach, likelyOwner, lockIdentity, ownerOf, proposalOf, provedSince, settle, type Proposal } from '../providers/proposal.ts'
import { FRESH } from '../ways-in.ts'

/** The account recognised by this address was opened by its link, after the proposal and not before. */
const addressWasProved = async ({ db }: Context, email: string, since: string) =>
  await db.selectFrom('identity.sign_in_link').select('id').where('email', '=', email).where('used_at', '>=', since).limit(1)
    .executeTakeFirst() !== undefined

/**
 * What a sign-in brought is confirmed by the owner of the account alone, who has just come in by the link sent to its address; or, where
 * they were asked whether they have one, by who came into theirs since.
 */
const checkReconciliation = async (context: Context, proposal: Proposal) => {
  const { actor, db, now } = context
  const likely = await likelyOwner(context, proposal)
  if (!likely && isAskedFirst(proposal.return_to)) {
    if (!provedSince(actor, proposal.created_at)) throw new Refusal('identity.account-unproved')
    return
  }
  if (likely?.person_id !== actor.id) throw new Refusal('not-found', {}, 404)
  if (!await addressWasProved(context, likely!.email, proposal.created_at)) throw new Refusal('identity.address-unproved')
  if (likely!.email !== proposal.email) {
    await db.updateTable('identity.email_reconciliation').set({ settled_at: now }).where('expected_new_email', '=', proposal.email!)
      .execute()
  }
}

/**
 * Links an identity to the account of the person who is signed in: the one that they went to prove at a provider, or the one with which
 * they tried to sign in and whose address is this account's. Nothing of their profile changes.
 */
export const linkIdentity = command({
  http: 'POST /me/identities',
  input: z.object({ ticket: token }),
  output: z.object({ identityId: z.uuid(), returnTo: z.string() }),
  on: (context: Context, { ticket }) => proposalOf(context, ticket).where((eb) => eb.or([
    eb('proposal.person_id', 'is', null), eb('proposal.person_id', '=', context.actor.id ?? null),
  ])).forUpdate().executeTakeFirst(),
  allow: inPerson,
  provedWithin: FRESH,
  run: async (context: Context, _, proposal) => {
    const { actor, record } = context
    if (proposal.person_id === null) await checkReconciliation(context, proposal)
    await lockIdentity(context, proposal)
    const owner = await ownerOf(context, proposal)
    if (owner) throw new Refusal(owner.person_id === actor.id ? 'identity.identity-linked' : 'identity.identity-taken')
    const identityId = await attach(context, proposal, actor.id!)
    if (proposal.email && proposal.email_proved) await keepAddress(context, actor.id!, proposal.email)
    await settle(context, proposal)
    await record(identityLinked, { personId: actor.id!, identityId })
    return { identityId, returnTo: proposal.return_to }
  },
})
