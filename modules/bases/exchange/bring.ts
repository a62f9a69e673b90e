import type { Operation, Output } from '#kernel/operation/operation.ts'
import { store } from '#modules/files/api.ts'
import { createBase } from '../operations/create-base.ts'
import type { Context } from '../policy.ts'
import { importResources } from './import-resources.ts'
import { knownOrigins, packageSource } from './origin.ts'
import type { Package, PackedResource, Rejected } from './package.ts'
import type { ImportedState } from './shapes.ts'
import { linkedGroups } from './write-imported.ts'

/** What an import would do, or has done. */
export interface Report {
  base: { title: string; baseId: string | null; slug: string | null; isNew: boolean }
  resources: { inPackage: number; new: number; known: number; published: number; drafts: number }
  collections: number
  files: { count: number; bytes: number }
  rejected: Rejected[]
  /** Those that can be read: `known` are here already, and are left as they are. */
  lines: { id: string; title: string; state: 'new' | 'known'; isPublished: boolean }[]
  /** Resources that are here as drafts, for what is missing to publish them: codes of refusals. */
  notPublished: { id: string; reason: string }[]
}
export interface Place { id: string; slug: string; title: string }
export type Run = <Op extends Operation>(operation: Op, input: unknown) => Promise<Output<Op>>

const filesOf = ({ image, contents }: ImportedState) => [image.fileId, image.crop?.fileId ?? null,
  ...contents.flatMap(({ fileId, crop }) => [fileId, crop?.fileId ?? null])]
const namedBy = (resources: readonly PackedResource[]) =>
  new Set(resources.flatMap(({ draft, published }) => [draft, published].flatMap((state) => state ? filesOf(state) : []))
    .filter((id) => id !== null))

const freshOf = async (context: Context, { resources }: Package, place: Place | undefined) => {
  const known = place ? await knownOrigins(context, packageSource(place.id), 'resource', resources.map(({ id }) => id)) : new Map<string,
    string>()
  return resources.filter(({ id }) => !known.has(id))
}

const reportOf = (given: Package, fresh: readonly PackedResource[], place: Place | undefined): Report => {
  const { manifest, resources, rejected, files } = given
  const named = [...namedBy(fresh)].flatMap((id) => files.get(id) ?? [])
  const news = new Set(fresh.map(({ id }) => id))
  return {
    base: { title: place?.title ?? manifest.base.title, baseId: place?.id ?? null, slug: place?.slug ?? null, isNew: !place },
    resources: {
      inPackage: manifest.resources.length, new: fresh.length, known: resources.length - fresh.length,
      published: fresh.filter(({ published }) => published).length, drafts: fresh.filter(({ published }) => !published).length,
    },
    collections: manifest.collections.length, files: { count: named.length,
      bytes: named.reduce((sum, { bytes }) => sum + bytes.length, 0) },
    rejected, notPublished: [],
    lines: resources.map(({ id, draft, published }) => ({
      id, title: (published ?? draft).heading.title, state: news.has(id) ? 'new' : 'known', isPublished: published !== null,
    })),
  }
}

/** What an import would do; it writes nothing. */
export const planned = async (context: Context, given: Package, place: Place | undefined): Promise<Report> =>
  reportOf(given, await freshOf(context, given, place), place)

const renamed = (state: ImportedState, files: ReadonlyMap<string, string>): ImportedState => {
  const named = <Shown extends Pick<ImportedState['image'], 'fileId' | 'crop'>>({ crop, ...shown }: Shown) => ({
    ...shown, fileId: shown.fileId && files.get(shown.fileId)!, ...crop && { crop: { ...crop, fileId: files.get(crop.fileId)! } },
  })
  return { ...state, image: named(state.image), contents: state.contents.map(named) }
}

/** A new base, with the words and the pictures of the package, that the person administers. */
const openBase = async (run: Run, { manifest: { base } }: Package, files: ReadonlyMap<string, string>): Promise<Place> => {
  const { id: _, logoFileId, coverFileId, ...words } = base
  const pictures = { logoFileId: files.get(logoFileId ?? '') ?? null, coverFileId: files.get(coverFileId ?? '') ?? null }
  const { baseId, slug } = await run(createBase, { ...words, ...pictures })
  return { id: baseId, slug, title: base.title }
}

interface Bringing {
  into: Place | undefined
  run: Run
  /** Opens the base, where it does more than run the command. */
  open?: Run
  /** Told after each group how many are here, those of before included. */
  written?: (resources: number) => Promise<void>
}

/**
 * Brings a package in as this person: files first, outside of any transaction, then resources, those that name one another in one
 * transaction.
 * Cut, it goes on where it was when it is given the base that it had opened.
 */
export const brought = async (context: Context, given: Package, { into, run, open = run, written }: Bringing): Promise<Report> => {
  const fresh = await freshOf(context, given, into)
  const report = reportOf(given, fresh, into)
  const { base } = given.manifest
  const wanted = [...namedBy(fresh), ...into ? [] : [base.logoFileId, base.coverFileId].filter((id) => id !== null)]
  const files = new Map<string, string>()
  for (const id of new Set(wanted)) {
    const file = given.files.get(id)
    if (file) files.set(id, await store(context, { name: file.name, bytes: Buffer.from(file.bytes), uploadedBy: context.actor.id! }))
  }
  const place = into ?? await openBase(open, given, files)
  let here = report.resources.known
  for (const group of linkedGroups(fresh)) {
    const { resources } = await run(importResources, { baseId: place.id, resources: group.map(({ id, about, draft, published }) => (
      { ...about, id, draft: renamed(draft, files), published: published && renamed(published, files) })) })
    report.notPublished.push(...resources.flatMap(({ id, missing }) => missing ? [{ id, reason: missing }] : []))
    await written?.(here += group.length)
  }
  const { collections } = await run(importResources, { baseId: place.id, resources: [], collections: given.manifest.collections })
  return { ...report, collections, base: { ...report.base, baseId: place.id, slug: place.slug } }
}
