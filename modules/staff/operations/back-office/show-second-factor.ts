import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { pathOr } from '#modules/identity/api.ts'
import { factorsOf, inSession, mySession, type Context } from '../../policy.ts'

/** Which factors the person of this session can show: for the page between the two factors, and for a proof asked again. */
export const showSecondFactor = query({
  http: 'GET /back-office/second-factor',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({ totp: z.boolean(), passkey: z.boolean(), recovery: z.boolean(), whole: z.boolean(), returnTo: z.string() }),
  on: (context: Context) => mySession(context).executeTakeFirst(),
  allow: inSession,
  run: async (context: Context, { returnTo }, session) => {
    const kinds = new Set((await factorsOf(context, session.person_id).execute()).map(({ kind }) => kind))
    const code = await context.db.selectFrom('staff.recovery_code').select('id').where('person_id', '=', session.person_id)
      .where('used_at', 'is', null).limit(1).executeTakeFirst()
    return {
      totp: kinds.has('totp'), passkey: kinds.has('passkey'), recovery: code !== undefined, whole: session.factor !== null,
      returnTo: pathOr(returnTo),
    }
  },
})
