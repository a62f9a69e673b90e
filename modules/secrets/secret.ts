import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { partsOf, sealed, unwrap, wrap, type Column, type Keys, type Place } from './sealed.ts'

type Database = Pick<Pool, 'query'>
let ready: { masters: Keys; pool: Database; known: Map<string | undefined, Promise<{ keys: Keys; until: number }>> } | undefined

/** A key made by a rotation is taken up by every process within this. In milliseconds. */
const FRESH = 60_000

/**
 * Said once by each process at its start, and by tests.
 * @param pool of its own, of one connection: a data key that is made must not be undone with the command that needed it first.
 */
export const configureSecrets = (masters: Keys, pool: Database): void => { ready = { masters, pool, known: new Map() } }

/** Makes a data key, the current one from then on: for the first use of an organisation, and for a rotation. */
export const makeDataKey = async (db: Database, masters: Keys, organisation: string | null): Promise<void> => {
  const id = v7()
  const values = [id, organisation, wrap(masters, randomBytes(32), id, organisation)]
  await db.query({ text: 'insert into secrets.data_key (id, organisation_id, wrapped) values ($1, $2, $3)', values })
}

/** The data keys of an organisation, or of the platform; the newest is the current one. */
export const dataKeys = async (db: Database, masters: Keys, organisation: string | null): Promise<Keys | undefined> => {
  const { rows } = await db.query<{ id: string; wrapped: string }>({
    text: 'select id, wrapped from secrets.data_key where organisation_id is not distinct from $1::uuid order by id', values: [organisation],
  })
  const all = new Map(rows.map(({ id, wrapped }) => [id, unwrap(masters, wrapped, id, organisation)]))
  return rows.length === 0 ? undefined : { current: rows.at(-1)!.id, all }
}

const keysOf = async (organisation?: string, having?: string): Promise<Keys> => {
  if (!ready) throw new Error('configureSecrets() has not been called: there is no key to encrypt with')
  const { masters, pool, known } = ready
  const waiting = known.get(organisation)
  const found = waiting && await waiting
  if (found && found.until > Date.now() && (having === undefined || found.keys.all.has(having))) return found.keys
  const read = () => dataKeys(pool, masters, organisation ?? null)
  const make = async () => { await makeDataKey(pool, masters, organisation ?? null); return (await read())! }
  const loading = read().then(async (keys) => ({ keys: keys ?? await make(), until: Date.now() + FRESH }))
  known.set(organisation, loading)
  loading.catch(() => known.delete(organisation))
  return (await loading).keys
}

/**
 * Encrypts a text for its place: `await seal(secret, { table: 'access.signing_key', column: 'private_key', row: id })`. It is kept in a
 * column of type `secrets.sealed`, which the database lets hold nothing else, and by which the tool of rotation finds it.
 */
export const seal = async (plain: string, place: Place) => sealed(await keysOf(place.organisation)).seal(plain, place)

/** @throws an error whose code is SECRET_ALTERED for a text altered, or brought from another row, column or organisation. */
export const open = async (text: string, place: Place) => sealed(await keysOf(place.organisation, partsOf(text).keyId)).open(text, place)

/**
 * What stands beside a sealed column `x`, in `x_index` of type `secrets.blind_index`, so that equality can be searched. The text must have
 * one form (no spaces in a number, one case). For a uniqueness that a rotation must not loosen, look for `blindIndexes` under a lock.
 */
export const blindIndex = async (plain: string, column: Column) => sealed(await keysOf(column.organisation)).index(plain, column)

/** What to search for, `where x_index = any(…)`: one value, several while keys rotate. */
export const blindIndexes = async (plain: string, column: Column) => sealed(await keysOf(column.organisation)).indexes(plain, column)
