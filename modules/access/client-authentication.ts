import { timingSafeEqual } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { createLimit } from '#kernel/http/limit.ts'
import type { Client } from './issue.ts'
import type { Tables } from './policy.ts'
import { hashOf } from '#modules/identity/api.ts'

/** Wrong secrets in a minute before one is told to wait: for one program from one network, and from one network in all. */
const BY_CLIENT = 10
const BY_NETWORK = 60
const failuresOf = { client: createLimit(BY_CLIENT), network: createLimit(BY_NETWORK) }

export interface Credentials { readonly id: string; readonly secret: string; readonly basic: boolean }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

/**
 * Identifier and secret, by HTTP Basic or in the body (RFC 6749 §2.3.1).
 * @returns `several` when both are used, which the RFC forbids; none when there is neither.
 */
export const credentialsOf = (authorization: string | undefined, body: Readonly<Record<string,
  unknown>>): Credentials | 'several' | undefined => {
  const { client_id: id, client_secret: secret } = body
  const inBody = typeof id === 'string' && typeof secret === 'string' ? { id, secret, basic: false } : undefined
  if (!/^basic /i.test(authorization ?? '')) return inBody
  if (inBody) return 'several'
  const [name = '', ...rest] = Buffer.from(authorization!.slice(6), 'base64').toString('utf8').split(':')
  return { id: decoded(name), secret: decoded(rest.join(':')), basic: true }
}

/**
 * The program whose secret it is, unless it was revoked. A good secret always passes, however many wrong ones came before: nobody is
 * locked out.
 */
export const authenticate = async (db: Kysely<Tables>, { id, secret }: Credentials): Promise<Client | undefined> => {
  if (!UUID.test(id)) return undefined
  const rows = await db.selectFrom('access.client as client').innerJoin('access.client_secret as secret', 'secret.client_id', 'client.id')
    .where('client.id', '=', id).where('client.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('secret.expires_at', 'is', null), eb('secret.expires_at', '>', sql<string>`now()`)]))
    .select(['client.id', 'client.organisation_id', 'client.scopes', 'client.roles', 'secret.hash']).execute()
  const given = hashOf(secret)
  const found = rows.find((row) => timingSafeEqual(row.hash, given))
  return found && { id: found.id, organisation_id: found.organisation_id, scopes: found.scopes, roles: found.roles }
}

/** Counts a wrong secret. @returns how many seconds this network has to wait before another wrong one is looked at kindly, if it has. */
export const failed = (id: string, network: string): number | undefined => {
  const byNetwork = failuresOf.network(network)
  return failuresOf.client(`${id} ${network}`) ?? byNetwork
}
