import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { configured } from './configuration.ts'

const CIPHER = 'aes-256-gcm'
const [ID, NONCE, TAG] = [4, 12, 16]

/** Names a key without saying anything of it. */
const idOf = (key: Buffer) => createHash('sha256').update('sillage staff key').update(key).digest().subarray(0, ID)

/**
 * Encrypts what the back office will have to read again. The result begins with the name of its key.
 * @param owner what it belongs to: moved to another row it cannot be read.
 */
export const seal = (secret: Uint8Array, owner: string): Buffer => {
  const key = configured().keys[0]!
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(owner))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([idOf(key), nonce, cipher.getAuthTag(), text])
}

/** @throws when no key of the settings made it, or when it was altered or moved. */
export const open = (sealed: Buffer, owner: string): Buffer => {
  const key = configured().keys.find((one) => idOf(one).equals(sealed.subarray(0, ID)))
  if (!key) throw new Error('BACK_OFFICE_KEY lacks the key that encrypted this secret: add it after the present one')
  const nonce = sealed.subarray(ID, ID + NONCE)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(owner))
  decipher.setAuthTag(sealed.subarray(ID + NONCE, ID + NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(ID + NONCE + TAG)), decipher.final()])
}

/** Whether it was written with a key that is no longer the first one. */
export const isOld = (sealed: Buffer): boolean => !idOf(configured().keys[0]!).equals(sealed.subarray(0, ID))

/** Bytes that only this key and this purpose give: a secret that is offered, and kept nowhere until it is taken. */
export const derived = (purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', configured().keys[0]!, 'sillage staff', purpose, length))
