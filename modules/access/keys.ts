import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JSONWebKeySet, type JWK } from 'jose'
import { sql, type Kysely } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { open, seal } from '#modules/secrets/api.ts'
import type { Tables } from './policy.ts'

export const ALGORITHM = 'ES256'
const DAY = 86_400_000
/** A key signs for a month; the next one is published an hour before it signs, and a key stays published an hour after. In milliseconds. */
const SIGNS = 30 * DAY
const LEAD = 3_600_000
/** Keys are read again this often, and at most this often when a token names one that is not known. In milliseconds. */
const FRESH = 30_000
const COOL = 5000

interface Row { kid: string; public_jwk: JWK; private_key: string; signs_from: string; signs_until: string; published_until: string }
interface Known { at: number; rows: Row[]; signing: Map<string, CryptoKey> }
const caches = new WeakMap<object, Known>()

const read = async (db: Kysely<Tables>): Promise<Known> => {
  const rows = await db.selectFrom('access.signing_key').selectAll().where('published_until', '>', sql<string>`now()`)
    .orderBy('signs_from', 'desc').execute()
  const known = { at: Date.now(), rows: rows as unknown as Row[], signing: caches.get(db)?.signing ?? new Map<string, CryptoKey>() }
  caches.set(db, known)
  return known
}
const knownKeys = async (db: Kysely<Tables>, within = FRESH): Promise<Known> => {
  const known = caches.get(db)
  return known && Date.now() - known.at < within ? known : read(db)
}

/** The keys are read again by the next call: for tests, where what changes them is another process. */
export const forgetKeys = (db: Kysely<Tables>): void => { caches.delete(db) }

/**
 * Public keys, as they are published (RFC 7517). @param kid a key that a token names: when it is not known, the table is looked at again.
 */
export const publicKeys = async (db: Kysely<Tables>, kid?: string): Promise<JSONWebKeySet> => {
  let known = await knownKeys(db)
  if (kid !== undefined && !known.rows.some((row) => row.kid === kid)) known = await knownKeys(db, COOL)
  return { keys: known.rows.filter((row) => Date.parse(row.published_until) > Date.now()).map((row) => row.public_jwk) }
}

const placeOf = (kid: string) => ({ table: 'access.signing_key', column: 'private_key', row: kid })

const make = async (db: Kysely<Tables>, from: number) => {
  const kid = v7()
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const public_jwk = { ...await exportJWK(publicKey), kid, alg: ALGORITHM, use: 'sig' }
  const at = (time: number) => new Date(time).toISOString()
  await db.insertInto('access.signing_key').values({
    kid, public_jwk: JSON.stringify(public_jwk), private_key: await seal(await exportPKCS8(privateKey), placeOf(kid)),
      created_at: at(Date.now()),
    signs_from: at(from), signs_until: at(from + SIGNS + DAY), published_until: at(from + SIGNS + DAY + LEAD),
  }).execute()
}

/**
 * The key that signs now. Makes the first one, and the next one when the month of this one nears its end; two processes that do it at once
 * make two, which harms nothing.
 */
export const signingKey = async (db: Kysely<Tables>): Promise<{ kid: string; key: CryptoKey }> => {
  const now = Date.now()
  const pick = ({ rows }: Known) => rows.find((row) => Date.parse(row.signs_from) <= now && Date.parse(row.signs_until) > now)
  let known = await knownKeys(db)
  if (!pick(known)) known = await read(db)
  if (!pick(known)) {
    await make(db, now)
    known = await read(db)
  } else if (!known.rows.some((row) => Date.parse(row.signs_from) > now - SIGNS + LEAD)) {
    await make(db, now + LEAD)
    known = await read(db)
  }
  const row = pick(known)
  if (!row) throw new Error('No signing key: the clocks of this process and of the database differ')
  const key = known.signing.get(row.kid) ?? await importPKCS8(await open(row.private_key, placeOf(row.kid)), ALGORITHM)
  known.signing.set(row.kid, key)
  return { kid: row.kid, key }
}
