import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import { KIND } from './providers/proposal.ts'
import { providers } from './providers/provider.ts'

/**
 * Ways in are added and withdrawn by somebody who proved who they are this long ago at most: a screen left open is not enough. In minutes.
 */
export const FRESH = 60

/** An identity that the person linked, and that still opens their account. */
export const myIdentities = ({ db, actor }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.external_identifier as identifier').where('identifier.person_id', '=', actor.id)
    .where('identifier.kind', '=', KIND).where('identifier.valid_to', 'is', null)
}

export const myPasskeys = ({ db, actor }: Context) => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('identity.passkey as passkey').where('passkey.person_id', '=', actor.id)
}

/**
 * How many ways the person has to come in today: each proved address (by a link), each linked identity whose provider is configured, each
 * passkey. Locks the person, so that two withdrawals at once do not take the last two.
 */
export const countWaysIn = async (context: Context): Promise<number> => {
  const { db, actor } = context
  await db.selectFrom('identity.person').select('id').where('id', '=', actor.id ?? null).forUpdate().execute()
  const [addresses, identities, passkeys] = [
    await db.selectFrom('identity.address').select('id').where('person_id', '=', actor.id ?? null).where('verified_at', 'is not', null)
      .execute(),
    await myIdentities(context).select('identifier.provider').execute(),
    await myPasskeys(context).select('passkey.id').execute(),
  ]
  const known = new Set(providers().map(({ key }) => key))
  return addresses.length + identities.filter(({ provider }) => known.has(provider ?? '')).length + passkeys.length
}

/** @throws Refusal when what was just withdrawn was the last way in; its transaction undoes the withdrawal. */
export const keepAWayIn = async (context: Context): Promise<void> => {
  if (await countWaysIn(context) === 0) throw new Refusal('identity.last-way-in')
}
