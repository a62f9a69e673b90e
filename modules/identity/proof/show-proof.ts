import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { providers } from '../providers/provider.ts'
import { pathOr } from '../return-to.ts'
import { myIdentities, myPasskeys } from '../ways-in.ts'
import { requestProofLink } from './request-proof-link.ts'

/** By what the person may prove again who they are: their passkeys, their proved addresses, the providers that know them. */
export const showProof = query({
  http: 'GET /me/proof',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({
    returnTo: z.string(), hasPasskey: z.boolean(), addresses: z.array(z.string()),
    providers: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(['franceconnect', 'proconnect', 'establishment']) })),
  }),
  allow: inPerson,
  can: { requestProofLink },
  run: async (context: Context, { returnTo }) => {
    const addresses = await context.db.selectFrom('identity.address').select('email').where('person_id', '=', context.actor.id!)
      .where('verified_at', 'is not', null).orderBy('is_primary', 'desc').orderBy('email').execute()
    const known = new Set((await myIdentities(context).select('identifier.provider').execute()).map(({ provider }) => provider))
    const passkey = await myPasskeys(context).select('passkey.id').limit(1).executeTakeFirst()
    return {
      returnTo: pathOr(returnTo), hasPasskey: passkey !== undefined, addresses: addresses.map(({ email }) => email),
      providers: providers().filter(({ key }) => known.has(key)).map(({ key, label, kind }) => ({ key, label, kind })),
    }
  },
})
