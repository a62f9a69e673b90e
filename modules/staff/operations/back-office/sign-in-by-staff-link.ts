import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { administrators, peopleByAddress } from '#modules/identity/api.ts'
import { linkOf, stateOf, token } from '../../link.ts'
import type { Context } from '../../policy.ts'

/** Uses the link, once: the first of the two factors. The route that sets the cookie opens the session, so that no secret is in an answer. */
export const signInByStaffLink = command({
  http: 'POST /back-office/sign-in',
  input: z.object({ token }),
  output: z.object({ personId: z.uuid(), returnTo: z.string() }),
  on: (context: Context, input) => linkOf(context, input.token).forUpdate('link').executeTakeFirst(),
  allow: anyone,
  when: (link, _, { now }) => {
    const state = stateOf(link, now)
    return state === 'good' ? undefined : `staff.link-${state}`
  },
  run: async (context: Context, _, link) => {
    const { db, now } = context
    await db.updateTable('staff.sign_in_link').set({ used_at: now }).where('id', '=', link.id).execute()
    const people = await peopleByAddress(context, [link.email])
    // The role may have gone between the mail and the button.
    const [person] = await administrators(context, people.map((one) => one.personId))
    if (!person) throw new Refusal('staff.not-administrator', {}, 403)
    return { personId: person.id, returnTo: link.return_to }
  },
})
