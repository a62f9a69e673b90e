import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')
/** User present, user verified, attested data included (Web Authentication §6.1). */
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

interface Options { challenge: string, origin: string, rpId: string, verified?: boolean, counter?: number }

const counterOf = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const clientData = (type: string, { challenge, origin }: Options) => Buffer.from(JSON.stringify({ type, challenge, origin,
  crossOrigin: false }))

/** A device made of software, which signs as a real one does, or as badly as a test wants. */
export const aDevice = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  // COSE: elliptic curve, ES256, P-256, and the two coordinates (RFC 9053 §7.1).
  const key = isoCBOR.encode(new Map<number, number | Uint8Array>([
    [1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x!, 'base64url'))], [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
  ]))

  const make = (options: Options): string => {
    const { rpId, verified = true, counter = 0 } = options
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const data = Buffer.concat([hash(rpId), Buffer.from([PRESENT | (verified ? VERIFIED : 0) | ATTESTED]), counterOf(counter),
      Buffer.alloc(16), length, id, key])
    const attestation = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData',
      new Uint8Array(data)]]) as never)
    return JSON.stringify({
      id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: base64url(clientData('webauthn.create', options)), attestationObject: base64url(attestation),
        transports: ['internal'] },
    })
  }
  const answer = (options: Options, signer = privateKey): string => {
    const { rpId, verified = true, counter = 1 } = options
    const data = Buffer.concat([hash(rpId), Buffer.from([PRESENT | (verified ? VERIFIED : 0)]), counterOf(counter)])
    const client = clientData('webauthn.get', options)
    return JSON.stringify({
      id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(sign('sha256',
        Buffer.concat([data, hash(client)]), signer)) },
    })
  }
  return { make, answer }
}
