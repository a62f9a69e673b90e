import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { personCard } from '#modules/identity/api.ts'
import { enrolling, FRESH, mayEnrol, type Context } from '../../policy.ts'
import { offeredSecret, presented } from '../../totp.ts'

/** A secret for one's authenticator application, as a picture to scan and as text. Kept nowhere until a code made with it comes back. */
export const offerTotp = query({
  http: 'GET /back-office/factors/totp',
  input: z.object({}),
  output: z.object({ secret: z.string(), address: z.string(), picture: z.object({ size: z.int(), path: z.string() }) }),
  on: enrolling,
  allow: mayEnrol,
  provedWithin: FRESH,
  run: async (context: Context, _, session) => {
    const person = await personCard(context, session.person_id)
    return presented(offeredSecret(session.id, session.factors), person?.name ?? '')
  },
})
