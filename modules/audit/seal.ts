import { createHash } from 'node:crypto'

/** A line as it is hashed: each value as the database writes it, so that nothing depends on a driver nor on a time zone. */
export interface Line {
  readonly key: string
  readonly xid: number
  /** Seconds since 1970, with their microseconds. */
  readonly at: string
  /** What stays for as long as the line does. */
  readonly core: readonly (string | null)[]
  /** What may be emptied. */
  readonly payload: readonly (string | null)[]
  /** None once the payload was emptied. */
  readonly salt: string | null
}

/** Where the next seal begins: after this line, in the order of transactions then of keys. */
export interface Place { readonly xid: number; readonly key: string }

export interface Seal {
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly entries: readonly string[]
  readonly changes: readonly string[]
  readonly entryPlace: Place
  readonly changePlace: Place
  readonly leaves: Buffer
  readonly salt: string | null
  readonly previous: Buffer
  readonly hash: Buffer
  readonly forgotten: boolean
}

/** Bytes of a hash, and of a leaf, which is two of them. */
export const HASH = 32
const LEAF = HASH * 2

/** Before the first seal. */
export const genesis = {
  sequence: 0, hash: Buffer.alloc(HASH), entryPlace: { xid: 0, key: '00000000-0000-0000-0000-000000000000' },
  changePlace: { xid: 0, key: '0' },
}

const sha256 = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

export const coreHash = ({ key, xid, at, core }: Line, salt: string) => sha256(salt, JSON.stringify([key, xid, at, ...core]))
export const payloadHash = ({ payload }: Line, salt: string) => sha256(salt, JSON.stringify(payload))

/** Of a payload that was emptied before it was sealed, the hash is of nothing. */
export const leafOf = (line: Line, salt: string) => Buffer.concat([coreHash(line, salt), payloadHash(line, line.salt ?? '')])

/** Leaf of the line at this place of a seal: the hash of what stays, then that of the payload. */
export const leafAt = (leaves: Buffer, index: number) =>
  [leaves.subarray(index * LEAF, index * LEAF + HASH), leaves.subarray(index * LEAF + HASH, (index + 1) * LEAF)] as const

/** The hash of a seal: SHA-256 of the hash before, of what it says of itself, and of its leaves. Its salt may go. */
export const sealHash = (seal: Omit<Seal, 'hash' | 'forgotten' | 'salt'>) => sha256(
  seal.previous,
  JSON.stringify([
    seal.sequence, seal.at, seal.entries, seal.changes, seal.entryPlace.xid, seal.entryPlace.key, seal.changePlace.xid, seal.changePlace.key,
  ]),
  seal.leaves,
)
