import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { proofOptions } from '../../passkey.ts'
import { factorsOf, inSession, mySession, type Context } from '../../policy.ts'

/** What the browser gives to one's passkey to sign (WebAuthn). A question asked before is forgotten. */
export const askPasskey = command({
  http: 'POST /back-office/proofs/passkey/challenge',
  input: z.object({}),
  output: z.object({ options: z.record(z.string(), z.unknown()) }),
  on: (context: Context) => mySession(context).forUpdate().executeTakeFirst(),
  allow: inSession,
  run: async (context: Context, _, session) =>
    ({ options: { ...await proofOptions(context, session.id, await factorsOf(context, session.person_id).execute()) } }),
})
