import { createHash } from 'node:crypto'
import { bytesOf } from '#modules/files/api.ts'
import { stateOf, type DraftState, type NewContent } from '../draft/draft.ts'
import { draftOf } from '../draft/store.ts'
import { configured } from '../harvest/configuration.ts'
import type { Context } from '../policy.ts'
import type { ResourceRow } from '../publishing/publishing.ts'
import { fileCards } from '../reading/shown-contents.ts'
import type { Entry } from './archive.ts'
import type { Manifest } from './shapes.ts'
import { writeText } from './text.ts'

type File = Manifest['files'][number]
interface Base {
  id: string; title: string; excerpt: string; description: string; department: string | null; email: string | null; email_is_public: boolean
  website: string | null; facebook: string | null; linkedin: string | null; twitter: string | null; is_public: boolean; highlights: string
  logo_file_id: string | null; cover_file_id: string | null
}

const filesOf = ({ image, contents }: DraftState) =>
  [image.fileId, image.crop?.fileId ?? null,
    ...contents.flatMap(({ fileId, crop }) => [fileId, crop?.fileId ?? null])].filter((id) => id !== null)

/** What readers see, as a state. Where a picture was cut is known to the draft alone. */
const publishedState = async ({ db }: Context, row: ResourceRow, { image, contents: written }: DraftState): Promise<DraftState> => {
  const contents = await db.selectFrom('bases.content').selectAll().where('resource_id', '=', row.id).orderBy('position').execute()
  const cuts = new Map(written.map(({ id, fileId, crop }) => [`${id} ${fileId}`, crop]))
  return {
    heading: { title: row.title!, description: row.description! },
    image: {
      fileId: row.image_file_id, alt: row.image_alt ?? '', ...image.crop && image.fileId === row.image_file_id && { crop: image.crop },
    },
    indexation: { themes: row.themes as [], supportTypes: row.support_types as [], audiences: row.audiences as [] },
    licence: row.licence as 'no_licence', publicFeedback: row.public_feedback,
    contents: contents.map(({ id, type, title, text, url, caption, alt, file_id, linked_resource_id }): NewContent => {
      const crop = cuts.get(`${id} ${file_id}`)
      return { id, type: type as 'text', title, text, url, caption, alt, fileId: file_id, linkedResourceId: linked_resource_id,
        ...crop && { crop } }
    }),
  }
}

const extension = (name: string) => /\.[0-9a-z]{1,10}$/i.exec(name)?.[0].toLowerCase() ?? ''

const describeFiles = async (context: Context, ids: readonly string[]) => {
  const cards = await fileCards(context, [...new Set(ids)])
  return new Map([...cards].map(([id, { name, mime, size }]) => [id, { id, path: `files/${id}${extension(name)}`, name, mime, size }]))
}

const textEntry = (name: string, text: string): Entry => ({ name, packed: true, pieces: [Buffer.from(text)] })

async function* hashed(pieces: AsyncIterable<Buffer>, done: (sha256: string) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
  done(hash.digest('hex'))
}

/** A resource, written and published, as its editors have it. */
const statesOf = async (context: Context, row: ResourceRow) => {
  const { draft, changed } = await draftOf(context, row.id)
  const written = stateOf(draft)
  const published = row.published_at !== null && changed ? await publishedState(context, row, written) : undefined
  return { written, published }
}

const collectionsOf = async ({ db }: Context, baseId: string) => {
  const rows = await db.selectFrom('bases.collection').selectAll().where('base_id', '=', baseId).where('deleted_at', 'is', null)
    .orderBy('id').execute()
  const held = await db.selectFrom('bases.collection_resource as held')
    .innerJoin('bases.collection as collection', 'collection.id', 'held.collection_id')
    .select(['held.collection_id', 'held.resource_id']).where('collection.base_id', '=', baseId).orderBy('held.position').execute()
  return rows.map(({ id, title, description, is_public }) => ({
    id, title: title!, description, isPublic: is_public, resources: held.filter((one) => one.collection_id === id)
      .map(({ resource_id }) => resource_id),
  }))
}

/**
 * All that a base holds, entry by entry, resources one at a time; the manifest comes last, since it says what the files weigh. Members,
 * opinions,
 * counters and histories stay here: they are of people.
 */
export async function* packed(context: Context, base: Base): AsyncGenerator<Entry> {
  const rows = await context.db.selectFrom('bases.resource').selectAll().where('base_id', '=', base.id).where('deleted_at', 'is', null)
    .orderBy('id').execute()
  const resources: Manifest['resources'] = []
  const files = new Map<string, Omit<File, 'sha256'>>()
  const take = async (ids: readonly string[]) => {
    for (const [id, file] of await describeFiles(context, ids)) files.set(id, file)
    // As a file of `resources/` names one of `files/`.
    return new Map([...files].map(([id, { path }]) => [id, `../${path}`]))
  }
  for (const row of rows) {
    const { written, published } = await statesOf(context, row)
    const paths = await take([written, ...published ? [published] : []].flatMap(filesOf))
    const draft = `resources/${row.id}.md`
    yield textEntry(draft, writeText(written, paths))
    const apart = published && `resources/${row.id}.published.md`
    if (apart) yield textEntry(apart, writeText(published, paths))
    resources.push({
      id: row.id, slug: row.slug, isPublic: row.is_public, createdAt: row.created_at, publishedAt: row.published_at,
      lastPublishedAt: row.last_published_at, draft, published: apart ?? null,
    })
  }
  await take([base.logo_file_id, base.cover_file_id].filter((id) => id !== null))
  const known: File[] = []
  for (const file of files.values()) {
    const found = await bytesOf(file.id)
    if (!found) throw new Error('The bytes of a file that is ready are missing from the storage')
    yield { name: file.path, packed: false, pieces: hashed(found.stream as AsyncIterable<Buffer>,
      (sha256) => known.push({ ...file, sha256 })) }
  }
  const manifest: Manifest = {
    format: 'sillage-base', version: 1, exportedAt: context.now, origin: configured().origin,
    base: {
      id: base.id, title: base.title, excerpt: base.excerpt, description: base.description, department: base.department, email: base.email,
      emailIsPublic: base.email_is_public, website: base.website, facebook: base.facebook, linkedin: base.linkedin, twitter: base.twitter,
      isPublic: base.is_public, highlights: base.highlights as Manifest['base']['highlights'], logoFileId: base.logo_file_id,
        coverFileId: base.cover_file_id,
    },
    resources, collections: await collectionsOf(context, base.id), files: known,
  }
  yield textEntry('manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`)
}
