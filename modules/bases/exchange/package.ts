import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { unzipped } from './archive.ts'
import { reasonOf } from './reason.ts'
import { manifestShape, type ImportedState, type Manifest } from './shapes.ts'
import { readText } from './text.ts'

/** A resource of a package, read and checked; `links` are those of the package that it shows. */
export interface PackedResource {
  id: string; about: Manifest['resources'][number]; draft: ImportedState; published: ImportedState | null; links: string[]
}
/** Why a resource is left aside: the file, what is wrong in it, and where for what breaks a limit. */
export interface Rejected { path: string; reason: string; title: string | null; code: 'missing' | 'altered' | 'invalid';
  place: string | null }
export interface Package { manifest: Manifest; resources: PackedResource[]; rejected: Rejected[]; files: Map<string,
  { name: string; bytes: Uint8Array }> }

const manifestOf = (entries: ReadonlyMap<string, Uint8Array>): Manifest => {
  try {
    return manifestShape.parse(JSON.parse(Buffer.from(entries.get('manifest.json') ?? '').toString()))
  } catch (error) {
    if (error instanceof z.ZodError) throw new Refusal('bases.package-manifest', { place: error.issues[0]?.path.join('.') ?? '' }, 422)
    throw new Refusal('bases.package-broken', {}, 422)
  }
}

/** What is not whole, as opposed to what is written wrong. */
class Broken extends Error {
  readonly code: 'missing' | 'altered'
  constructor(code: 'missing' | 'altered', message: string) {
    super(message)
    this.code = code
  }
}

/** What a resource that cannot be read was called, if that can be. */
const titleIn = (found: Uint8Array | undefined): string | null => {
  const [, title] = /"heading":\{"title":("(?:[^"\\]|\\.)*")/.exec(Buffer.from(found ?? '').toString().split('\n', 1)[0]!) ?? []
  try {
    return title ? z.string().parse(JSON.parse(title)).slice(0, 200) : null
  } catch {
    return null
  }
}

const rejection = (path: string, found: Uint8Array | undefined, error: unknown): Rejected => ({
  path, reason: reasonOf(error), title: titleIn(found), code: error instanceof Broken ? error.code : 'invalid',
  place: error instanceof z.ZodError ? error.issues[0]?.path.join('.') ?? null : null,
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * A package that was received, all of it read: resources that break a limit, or whose files are missing or altered, are left aside with
 * their
 * reason, the others are whole. @throws Refusal for an archive or a manifest that cannot be read.
 */
export const readPackage = (bytes: Uint8Array): Package => {
  const entries = unzipped(bytes)
  const manifest = manifestOf(entries)
  const files: Package['files'] = new Map()
  for (const { id, path, name, sha256: expected } of manifest.files) {
    const found = entries.get(path)
    if (found && sha256(found) === expected) files.set(id, { name, bytes: found })
  }
  const ids = new Set(manifest.resources.map(({ id }) => id))
  const rejected: Rejected[] = []
  const resources = manifest.resources.flatMap((about): PackedResource[] => {
    const read = (path: string) => {
      const found = entries.get(path)
      if (!found) throw new Broken('missing', 'The file is missing.')
      const state = readText(Buffer.from(found).toString())
      const named = [state.image.fileId, state.image.crop?.fileId ?? null,
        ...state.contents.flatMap(({ fileId, crop }) => [fileId, crop?.fileId ?? null])]
      const lost = named.find((id) => id !== null && !files.has(id))
      if (lost) throw new Broken('altered', `The file ${lost} is missing, or is not the one of the manifest.`)
      return state
    }
    try {
      const draft = read(about.draft)
      const published = about.published === null ? about.publishedAt === null ? null : draft : read(about.published)
      const links = [draft, ...published ? [published] : []].flatMap(({ contents }) =>
        contents.flatMap(({ linkedResourceId }) => linkedResourceId ?? []))
      return [{ id: about.id, about, draft, published, links: links.filter((id) => ids.has(id)) }]
    } catch (error) {
      rejected.push(rejection(about.draft, entries.get(about.draft), error))
      return []
    }
  })
  return { manifest, resources, rejected, files }
}
