import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { providers } from '../providers/provider.ts'
import { myIdentities, myPasskeys } from '../ways-in.ts'
import { registerPasskey } from './register-passkey.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'
import { requestAddressProof } from './request-address-proof.ts'
import { unlinkIdentity } from './unlink-identity.ts'

const time = z.string().nullable()
/** Each has its own target, which is one of the person's rows: what is asked here is whether they are signed in. */
const commands = { unlinkIdentity, registerPasskey, renamePasskey, removePasskey, requestAddressProof }
const offered: Record<keyof typeof commands, Operation> = commands

/** The person's ways in: addresses, identities of providers, passkeys; and the providers with which they may link one more. */
export const listMyIdentities = query({
  http: 'GET /me/identities',
  input: z.object({}),
  output: z.object({
    addresses: z.array(z.object({ email: z.string(), isProved: z.boolean() })),
    identities: z.array(z.object({ id: z.uuid(), provider: z.string().nullable(), providerLabel: z.string(), label: z.string().nullable(),
      linkedAt: z.string(), lastUsedAt: time })),
    passkeys: z.array(z.object({ id: z.uuid(), name: z.string(), isBackedUp: z.boolean(), createdAt: z.string(), lastUsedAt: time })),
    providers: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(['franceconnect', 'proconnect', 'establishment']) })),
    /** The only way in stays. */
    isLast: z.boolean(),
    /** This session leaves out roles of the platform, since ProConnect has not opened it. */
    isWithheld: z.boolean(),
  }),
  allow: signedIn,
  can: offered,
  run: async (context: Context) => {
    const { db, actor } = context
    const labels = new Map(providers().map(({ key, label }) => [key, label]))
    const addresses = await db.selectFrom('identity.address').select(['email', 'verified_at']).where('person_id', '=', actor.id!)
      .orderBy('is_primary', 'desc').orderBy('email').execute()
    const identities = await myIdentities(context).selectAll().orderBy('identifier.valid_from').execute()
    const passkeys = await myPasskeys(context).selectAll().orderBy('passkey.created_at').execute()
    const proved = addresses.filter((one) => one.verified_at)
    const configured = identities.filter((one) => labels.has(one.provider ?? ''))
    const ways = proved.length + configured.length + passkeys.length
    return {
      addresses: addresses.map((one) => ({ email: one.email, isProved: one.verified_at !== null })),
      identities: identities.map((one) => ({
        id: one.id, provider: one.provider, providerLabel: labels.get(one.provider ?? '') ?? one.issuer, label: one.label,
          linkedAt: one.valid_from,
        lastUsedAt: one.last_used_at,
      })),
      passkeys: passkeys.map((one) => ({
        id: one.id, name: one.name, isBackedUp: one.is_backed_up, createdAt: one.created_at, lastUsedAt: one.last_used_at,
      })),
      providers: providers().map(({ key, label, kind }) => ({ key, label, kind })),
      isLast: ways <= 1,
      isWithheld: actor.withheld !== undefined,
    }
  },
})
