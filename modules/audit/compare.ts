import { coreHash, genesis, leafAt, payloadHash, sealHash, type Line, type Seal } from './seal.ts'

/** The first thing that is not as it was sealed. */
export interface Fault {
  /**
   * A line was `altered`, is `missing`, was `inserted` since, was `emptied` though no purge tells it, or is dated from before what was already
   * sealed (`backdated`). A seal is missing, does not follow the one before (`chain`), or is not the one that was noted (`anchor`).
   */
  readonly kind: 'altered' | 'missing' | 'inserted' | 'emptied' | 'backdated' | 'chain' | 'anchor'
  /** An entry or a difference by its key, or a seal by its sequence. */
  readonly of: 'entry' | 'change' | 'seal'
  readonly key: string
  /** The seal that tells. */
  readonly sequence: number
}

/** A command lasts less than this: an entry dated earlier than the seal before by more was not there when that was made. In seconds. */
const HOUR = 3600

interface Compared {
  readonly of: 'entry' | 'change'
  readonly seal: Seal
  readonly before: Seal | undefined
  /** Every line that lies between the two seals. */
  readonly lines: readonly Line[]
  /** Whether a purge tells why the payload of this line is empty. */
  readonly rightly: (line: Line) => boolean
}

const isEmpty = ({ salt, payload }: Line) => salt === null && payload.every((value) => value === null)

/** What is wrong with a line that the seal knows. */
const faultOf = (line: Line, index: number, { seal, before, rightly }: Compared): Fault['kind'] | undefined => {
  const [core, payload] = leafAt(seal.leaves, index)
  if (!core.equals(coreHash(line, seal.salt ?? ''))) return 'altered'
  if (!payload.equals(payloadHash(line, line.salt ?? ''))) {
    if (!isEmpty(line)) return 'altered'
    if (!rightly(line)) return 'emptied'
  }
  return before && Number(line.at) < Date.parse(before.at) / 1000 - HOUR ? 'backdated' : undefined
}

/** Compares the lines of one kind that lie between two seals with what the second one says of them. */
export const compare = (compared: Compared): Fault | undefined => {
  const { of, seal, lines } = compared
  const keys = seal.forgotten ? [] : of === 'entry' ? seal.entries : seal.changes
  const fault = (kind: Fault['kind'], key: string): Fault => ({ kind, of, key, sequence: seal.sequence })
  const found = new Map(lines.map((line) => [line.key, line]))
  for (const [index, key] of keys.entries()) {
    const line = found.get(key)
    if (!line) return fault('missing', key)
    const kind = faultOf(line, of === 'entry' ? index : seal.entries.length + index, compared)
    if (kind) return fault(kind, key)
    found.delete(key)
  }
  const [extra] = found.keys()
  return extra === undefined ? undefined : fault('inserted', extra)
}

/** Whether a seal follows the one before: its number, the hash that it repeats, its own, and no forgotten one after one that is kept. */
export const follows = (seal: Seal, before: Seal | undefined): boolean =>
  seal.sequence === (before?.sequence ?? 0) + 1 && seal.previous.equals(before?.hash ?? genesis.hash) && seal.hash.equals(sealHash(seal))
  && (!seal.forgotten || !before || before.forgotten)
