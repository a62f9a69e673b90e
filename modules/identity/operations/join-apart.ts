import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { personJoined } from '../events.ts'
import { token } from '../link.ts'
import { createPerson } from '../person.ts'
import type { Context } from '../policy.ts'
import { attach, likelyOwner, lockIdentity, ownerOf, proposalOf, settle } from '../providers/proposal.ts'
import { checkSignUp } from '../sign-up.ts'

/** The account proposed is not theirs, or they have none: they get one of their own. An address that is somebody's stays claimed. */
export const joinApart = command({
  http: 'POST /sign-in/provider/apart',
  input: z.object({ ticket: token }),
  output: z.object({ personId: z.uuid(), returnTo: z.string(), named: z.boolean() }),
  on: (context: Context, { ticket }) => proposalOf(context, ticket).where('proposal.person_id', 'is', null).forUpdate().executeTakeFirst(),
  allow: anyone,
  run: async (context: Context, _, proposal) => {
    await lockIdentity(context, proposal)
    if (await ownerOf(context, proposal)) throw new Refusal('identity.identity-taken')
    await checkSignUp(context)
    const personId = await createPerson(context, {
      firstName: proposal.first_name ?? undefined, lastName: proposal.last_name ?? undefined, email: proposal.email ?? undefined,
      emailProved: proposal.email_proved && !await likelyOwner(context, proposal),
    })
    await attach(context, proposal, personId)
    await settle(context, proposal)
    await context.record(personJoined, { personId })
    return { personId, returnTo: proposal.return_to, named: proposal.first_name !== null }
  },
})
