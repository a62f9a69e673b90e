import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { personCard } from '#modules/identity/api.ts'
import { enrolmentOptions } from '../../passkey.ts'
import { enrolling, factorsOf, FRESH, mayEnrol, type Context } from '../../policy.ts'

/** What the browser gives to a key or a telephone so that it makes a passkey (WebAuthn). */
export const askPasskeyEnrolment = command({
  http: 'POST /back-office/factors/passkey/challenge',
  input: z.object({}),
  output: z.object({ options: z.record(z.string(), z.unknown()) }),
  on: enrolling,
  allow: mayEnrol,
  provedWithin: FRESH,
  run: async (context: Context, _, session) => {
    const person = await personCard(context, session.person_id)
    const factors = await factorsOf(context, session.person_id).execute()
    return { options: { ...await enrolmentOptions(context, session.id, { id: session.person_id, name: person?.name ?? '' }, factors) } }
  },
})
