import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { personJoined } from '../events.ts'
import { acceptInvitation } from '../invitation.ts'
import { token } from '../link.ts'
import { createPerson } from '../person.ts'
import type { Context } from '../policy.ts'
import { isAskedFirst } from '../providers/asking.ts'
import { attach, likelyOwner, lockIdentity, ownerOf, proposalOf, settle } from '../providers/proposal.ts'
import { checkSignUp } from '../sign-up.ts'

/**
 * Enters with an identity that a provider vouched for: that of somebody known, or of a new person. When its address is already somebody's
 * the identity is only proposed to them: an account is never opened, nor merged, on an e-mail alone. The ticket is the proof, made by the
 * route that verified what the provider says.
 */
export const signInByProvider = command({
  http: 'POST /sign-in/provider',
  input: z.object({ ticket: token }),
  output: z.object({ state: z.enum(['entered', 'proposed']), personId: z.uuid().nullable(), returnTo: z.string(), named: z.boolean() }),
  on: (context: Context, { ticket }) => proposalOf(context, ticket).where('proposal.person_id', 'is', null).forUpdate().executeTakeFirst(),
  allow: anyone,
  run: async (context: Context, _, proposal) => {
    const { db, now, record } = context
    const returnTo = proposal.return_to
    await lockIdentity(context, proposal)
    const owner = await ownerOf(context, proposal)
    if (owner && owner.state !== 'active') throw new Refusal('identity.account-suspended', {}, 403)
    if (owner) {
      await db.updateTable('identity.external_identifier').set({ last_used_at: now }).where('id', '=', owner.id).execute()
      await settle(context, proposal)
      return { state: 'entered' as const, personId: owner.person_id, returnTo, named: owner.first_name !== null }
    }
    // Who was registered at an address for which the provider answers is that person, as by a link to it.
    const invited = proposal.email && proposal.email_proved && !await likelyOwner(context, proposal)
      ? await acceptInvitation(context, proposal.email) : undefined
    if (!invited && (await likelyOwner(context, proposal) || isAskedFirst(returnTo))) {
      return { state: 'proposed' as const, personId: null, returnTo, named: false }
    }
    if (!invited) await checkSignUp(context)
    const personId = invited ?? await createPerson(context, {
      firstName: proposal.first_name ?? undefined, lastName: proposal.last_name ?? undefined, email: proposal.email ?? undefined,
      emailProved: proposal.email_proved,
    })
    await attach(context, proposal, personId)
    await settle(context, proposal)
    await record(personJoined, { personId })
    return { state: 'entered' as const, personId, returnTo, named: proposal.first_name !== null }
  },
})
