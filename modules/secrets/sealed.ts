import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A column whose texts are encrypted. `organisation` chooses the keys, those of the platform when left out. */
export interface Column { readonly table: string; readonly column: string; readonly organisation?: string }
/** Where a secret stands, to which it is bound: the same text does not open elsewhere. `row` is the primary key, joined by `/`. */
export interface Place extends Column { readonly row: string }
/** Keys by identifier. The current one encrypts; the others still open what they encrypted. */
export interface Keys { readonly current: string; readonly all: ReadonlyMap<string, Buffer> }

/** What is wrong with an encrypted text, never what it holds; `code` says it to programs: SECRET_MALFORMED, SECRET_KEY, SECRET_ALTERED. */
const wrong = (code: string, what: string) => Object.assign(new Error(`An encrypted value cannot be opened: ${what}`), { code })

const [NONCE, TAG] = [12, 16]

/** Parts of an encrypted text: the key's identifier, then in base64url the nonce, the tag and the ciphertext. @throws SECRET_MALFORMED. */
export const partsOf = (text: string): { keyId: string; bytes: Buffer } => {
  const [, keyId, body] = /^1\.([\w-]+)\.([\w-]{38,})$/.exec(text) ?? []
  if (!keyId || !body) throw wrong('SECRET_MALFORMED', 'its form is unknown')
  return { keyId, bytes: Buffer.from(body, 'base64url') }
}

/** AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D), bound to the key's identifier and to what is given. */
const encrypt = ({ current, all }: Keys, plain: Buffer, bound: string): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', all.get(current)!, nonce).setAAD(Buffer.from(`${current} ${bound}`))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return `1.${current}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
}

const decrypt = ({ all }: Keys, text: string, bound: string): Buffer => {
  const { keyId, bytes } = partsOf(text)
  const key = all.get(keyId)
  if (!key) throw wrong('SECRET_KEY', 'its key is not among those given')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(`${keyId} ${bound}`)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    throw wrong('SECRET_ALTERED', 'it was altered, or brought from another place')
  }
}

/** Keys for one use alone, made from the data keys (HKDF, RFC 5869). */
const derived = ({ current, all }: Keys, use: 'seal' | 'index'): Keys =>
  ({ current, all: new Map([...all].map(([id, key]) => [id, Buffer.from(hkdfSync('sha256', key, '', `sillage ${use}`, 32))])) })

const boundTo = ({ table, column, row, organisation = '' }: Place) => JSON.stringify([table, column, row, organisation])

/**
 * What the data keys of one organisation do. `open` throws for a text that was altered or moved to another row, column or organisation
 * (SECRET_ALTERED), or whose key is not among these (SECRET_KEY). `index` is a blind index (HMAC-SHA-256): the same for one text in one
 * column, so that equality can be searched; `indexes` are those of every key, for the time of a rotation.
 */
export const sealed = (keys: Keys) => {
  const [sealing, indexing] = [derived(keys, 'seal'), derived(keys, 'index')]
  const digest = (key: Buffer, plain: string, { table, column, organisation = '' }: Column) =>
    createHmac('sha256', key).update(JSON.stringify([table, column, organisation, plain])).digest('base64url')
  return {
    seal: (plain: string, place: Place) => encrypt(sealing, Buffer.from(plain), boundTo(place)),
    open: (text: string, place: Place) => decrypt(sealing, text, boundTo(place)).toString(),
    index: (plain: string, column: Column) => digest(indexing.all.get(keys.current)!, plain, column),
    indexes: (plain: string, column: Column) => [...indexing.all.values()].map((key) => digest(key, plain, column)),
  }
}

/** Master keys as the environment gives them: 32 bytes in base64, separated by commas; the first encrypts. @throws Error, without them. */
export const masterKeys = (text: string): Keys => {
  const all = text.split(',').map((one) => Buffer.from(one.trim(), 'base64'))
  if (all.some((key) => key.length !== 32)) throw new Error('a master key has 32 bytes in base64, as `openssl rand -base64 32` writes')
  const named = all.map((key) => [createHash('sha256').update(key).digest('hex').slice(0, 12), key] as const)
  return { current: named[0]![0], all: new Map(named) }
}

/** A data key as the database keeps it: encrypted by the current master key, bound to its identifier and its organisation. */
export const wrap = (masters: Keys, key: Buffer, id: string, organisation: string | null) =>
  encrypt(masters, key, JSON.stringify([id, organisation]))
export const unwrap = (masters: Keys, text: string, id: string, organisation: string | null) =>
  decrypt(masters, text, JSON.stringify([id, organisation]))
