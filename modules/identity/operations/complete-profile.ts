import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { profileUpdated } from '../events.ts'
import { myself, type Context } from '../policy.ts'
import { firstName, lastName } from '../profile.ts'
import { returnTo } from '../return-to.ts'

/** First and last name, at the first sign-in; then one goes on to where one was going. */
export const completeProfile = command({
  http: 'POST /me/name',
  input: z.object({ firstName, lastName, returnTo: returnTo.default('/') }),
  output: z.object({ returnTo: z.string() }),
  on: (context: Context) => myself(context).forNoKeyUpdate().executeTakeFirst(),
  allow: owns('id'),
  when: (me) => me.first_name === null ? undefined : 'identity.profile-complete',
  run: async ({ db, record }: Context, input, me) => {
    await db.updateTable('identity.person').set({ first_name: input.firstName, last_name: input.lastName, version: me.version + 1 })
      .where('id', '=', me.id).execute()
    await record(profileUpdated, { personId: me.id })
    return { returnTo: input.returnTo }
  },
})
