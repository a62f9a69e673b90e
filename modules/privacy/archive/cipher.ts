import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { open, seal } from '#modules/secrets/api.ts'

const place = (archiveId: string) => ({ table: 'privacy.archive', column: 'secret', row: archiveId })

/** Encrypts the bytes of an archive under a key of its own. @returns the stream, and the secret to keep in its row once it has ended. */
export const encrypting = (archiveId: string) => {
  const [key, nonce] = [randomBytes(32), randomBytes(12)]
  const stream = createCipheriv('aes-256-gcm', key, nonce)
  const secret = () => seal([key, nonce, stream.getAuthTag()].map((part) => part.toString('base64url')).join('.'), place(archiveId))
  return { stream, secret }
}

/** Gives the bytes back; the stream breaks at its end if one of them was altered. */
export const decrypting = async (archiveId: string, secret: string): Promise<Transform> => {
  const [key, nonce, tag] = (await open(secret, place(archiveId))).split('.').map((part) => Buffer.from(part, 'base64url'))
  const decipher = createDecipheriv('aes-256-gcm', key!, nonce!).setAuthTag(tag!)
  return new Transform({
    transform: (chunk: Buffer, _: BufferEncoding, done: TransformCallback) => done(null, decipher.update(chunk)),
    flush: (done) => {
      try {
        done(null, decipher.final())
      } catch (error) {
        done(error as Error)
      }
    },
  })
}
