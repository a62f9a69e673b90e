import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { administrators, personByIdentity } from '#modules/identity/api.ts'
import type { Context } from '../../policy.ts'
import { opened } from '../../ticket.ts'

const identity = z.object({ issuer: z.string(), subject: z.string() })

/**
 * Enters with an identity that ProConnect vouched for: the first of the two factors. It must be linked already to somebody who administers the
 * platform, which is done in the portal: an address alone never opens an account. The ticket is the proof, made by the route that verified.
 */
export const signInByProConnect = command({
  http: 'POST /back-office/sign-in/proconnect',
  input: z.object({ ticket: z.string().min(1).max(2000) }),
  output: z.object({ personId: z.uuid() }),
  on: async ({ now }: Context, { ticket }) => opened('ticket', ticket, identity, now),
  allow: anyone,
  run: async (context: Context, _, who) => {
    const personId = await personByIdentity(context, who)
    const [person] = await administrators(context, personId ? [personId] : [])
    if (!person) throw new Refusal('staff.not-administrator', {}, 403)
    return { personId: person.id }
  },
})
