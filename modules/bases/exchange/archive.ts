import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { Refusal } from '#kernel/operation/operation.ts'

/** `packed` is compressed; what people send is compressed already. */
export interface Entry { name: string; packed: boolean; pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/** A ZIP archive, piece by piece, as fast as it is read and no faster. Its entries may depend on those before. */
export async function* zipped(entries: AsyncIterable<Entry>, at: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for await (const { name, packed, pieces } of entries) {
    const file = packed ? new ZipDeflate(name) : new ZipPassThrough(name)
    file.mtime = at
    archive.add(file)
    for await (const piece of pieces) {
      file.push(piece)
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  archive.end()
  yield* ready.splice(0)
}

/** What an archive may hold, so that a small one cannot fill a memory. In bytes; `ratio` is of entries of more than a megabyte. */
export const archiveLimits = { packed: 50_000_000, unpacked: 250_000_000, entries: 8000, ratio: 200 } as const
const MEGABYTE = 1_000_000
/** The only names that a package has: nothing leads out of it. */
const NAME = /^(manifest\.json|resources\/[0-9a-f-]{36}(\.published)?\.md|files\/[0-9a-f-]{36}(\.[0-9a-z]{1,10})?)$/

/**
 * The entries of a package by name. Sizes are looked at before anything is unpacked, and an entry never takes more than it announces.
 * @throws Refusal `bases.package-broken`, `bases.package-too-large`, `bases.package-name` for an entry that packages do not have.
 */
export const unzipped = (bytes: Uint8Array): Map<string, Uint8Array> => {
  if (bytes.length > archiveLimits.packed) throw new Refusal('bases.package-too-large', { bytes: archiveLimits.packed }, 413)
  let [entries, size] = [0, 0]
  const names = new Set<string>()
  const admit = ({ name, size: packed, originalSize }: { name: string; size: number; originalSize: number }) => {
    // Folders are said by some programs.
    if (name.endsWith('/') && originalSize === 0) return false
    if (!NAME.test(name) || names.has(name)) throw new Refusal('bases.package-name', { name: name.slice(0, 100) }, 422)
    names.add(name)
    entries += 1
    size += originalSize
    const swells = originalSize > MEGABYTE && originalSize > packed * archiveLimits.ratio
    if (entries > archiveLimits.entries || size > archiveLimits.unpacked || swells) throw new Refusal('bases.package-too-large',
      { bytes: archiveLimits.unpacked }, 413)
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: admit })))
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bases.package-broken', {}, 422)
  }
}
