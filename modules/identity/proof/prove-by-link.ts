import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { linkOf, stateOf, token } from '../link.ts'
import type { Context } from '../policy.ts'

/** Uses the link of a proof, once, by the person to whom it was sent. The session is renewed by the route that sets the cookie. */
export const proveByLink = command({
  http: 'POST /me/proof/link',
  input: z.object({ token }),
  output: z.object({ returnTo: z.string() }),
  on: (context: Context, input) => linkOf(context, input.token).where('link.purpose', '=', 'prove-person')
    .where('link.person_id', '=', context.actor.id ?? null).forUpdate('link').executeTakeFirst(),
  allow: inPerson,
  when: (link, _, { now }) => {
    const state = stateOf(link, now)
    return state === 'good' ? undefined : `identity.link-${state}`
  },
  run: async ({ db, now }: Context, _, link) => {
    await db.updateTable('identity.sign_in_link').set({ used_at: now }).where('id', '=', link.id).execute()
    return { returnTo: link.return_to }
  },
})
