import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import { attach, detach } from '#modules/files/api.ts'
import { pictureOf } from '../base.ts'
import { draftOf } from '../draft/store.ts'
import type { Context } from '../policy.ts'

/** What decides who reads a resource. */
export interface Placed { id: string; created_by: string | null; base_id: string | null; is_open: boolean; withheld?: string | null }

const IMAGE = 'image'
/** Two holders of one file: what editors have written, and what readers see. Each keeps the file as long as it needs it. */
const draftHolder = (resourceId: string, part: string) => `bases.draft:${resourceId}:${part}`
const publishedHolder = (resourceId: string, part: string) => part === IMAGE ? `bases.resource:${resourceId}` : `bases.content:${part}`

/** The history holds every file that it names, so that a state of before can be brought back. */
const historyHolder = (resourceId: string, fileId: string) => `bases.history:${resourceId}:${fileId}`

/** Keys of those who edit a resource, as `editsResource` says. */
export const editorsOf = async ({ db }: Context, { id, created_by, base_id }: Placed): Promise<string[]> => {
  const contributors = await db.selectFrom('bases.resource_contributor').select('person_id').where('resource_id', '=', id).execute()
  const people = [created_by, ...contributors.map(({ person_id }) => person_id)].filter((person) => person !== null)
  return [...people.map((person) => `person:${person}`), ...base_id === null ? [] : [`base:${base_id}`]]
}

/** Keys of those who read what is published. */
export const readersOf = async (context: Context, resource: Placed): Promise<string[]> =>
  resource.is_open ? ['public'] : editorsOf(context, resource)

/** Holds the file of a part of the draft, or lets it go. @param part a content's identifier, or `image`. */
export const holdDraftFile = async (context: Context, resource: Placed, part: string, fileId: string | null) => {
  const holder = draftHolder(resource.id, part)
  if (fileId === null) return detach(context, holder)
  const principals = await editorsOf(context, resource)
  await attach(context, { fileId, holder, principals })
  await attach(context, { fileId, holder: historyHolder(resource.id, fileId), principals })
}

/**
 * The same for a file that words of elsewhere name. @param part none for one that the history alone holds: the whole of a picture that is
 * cut.
 * @returns whether it is done; else the person may not see the file, or it is gone.
 */
export const holdFileIfSeen = async (context: Context, resource: Placed, part: string | undefined, fileId: string): Promise<boolean> => {
  try {
    if (part !== undefined) await holdDraftFile(context, resource, part, fileId)
    else await attach(context, { fileId, holder: historyHolder(resource.id, fileId), principals: await editorsOf(context, resource) })
    return true
  } catch (error) {
    // It is refused before anything is written.
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Files that events of this resource name, among those that are still kept. */
const historyFiles = async ({ db }: Context, resourceId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select distinct card.id from bases.resource_event as event
    cross join lateral jsonb_path_query(event.data, '$.**.fileId') as named (id)
    join files.card as card on card.id = (named.id #>> '{}')::uuid
    where event.resource_id = ${resourceId} and event.type in ('migrated', 'image_edited', 'content_added', 'content_edited', 'reverted')
      and jsonb_typeof(named.id) = 'string'`.execute(db)
  return rows.map(({ id }) => id)
}

const publishedFiles = async ({ db }: Context, resourceId: string): Promise<Map<string, string>> => {
  const image = await db.selectFrom('bases.resource').select('image_file_id').where('id', '=', resourceId).executeTakeFirstOrThrow()
  const contents = await db.selectFrom('bases.content').select(['id', 'file_id']).where('resource_id', '=', resourceId)
    .where('file_id', 'is not', null).execute()
  const files = new Map(contents.map(({ id, file_id }) => [id, file_id!]))
  return image.image_file_id === null ? files : files.set(IMAGE, image.image_file_id)
}

/** Moderators look at the pictures of what they read. */
const moderators = ({ withheld }: { withheld?: string | null }) => withheld === 'waiting' || withheld === 'hidden'
  ? ['platform:moderator'] : []

/** Holds the files of what is published under the keys of its readers, and lets go of those that it no longer shows. */
export const holdPublishedFiles = async (context: Context, resource: Placed, before: ReadonlyMap<string, string> = new Map()) => {
  const now = await publishedFiles(context, resource.id)
  const principals = [...await readersOf(context, resource), ...moderators(resource)]
  for (const part of before.keys()) if (!now.has(part)) await detach(context, publishedHolder(resource.id, part))
  for (const [part, fileId] of now) await attach(context, { fileId, holder: publishedHolder(resource.id, part), principals })
}
export { publishedFiles }

/** After a change of who edits: every file, written or published, has the keys of now. */
export const holdEveryFile = async (context: Context, resource: Placed) => {
  const { draft } = await draftOf(context, resource.id)
  const principals = await editorsOf(context, resource)
  const parts = [[IMAGE, draft.image.fileId] as const, ...draft.contents.map(({ id, fileId }) => [id, fileId] as const)]
  for (const [part, fileId] of parts) {
    if (fileId !== null) await attach(context, { fileId, holder: draftHolder(resource.id, part), principals })
  }
  for (const fileId of await historyFiles(context, resource.id)) {
    await attach(context, { fileId, holder: historyHolder(resource.id, fileId), principals })
  }
  await holdPublishedFiles(context, resource)
}

/** Nothing of a resource that goes for good holds its files any more: they are collected. */
export const releaseEveryFile = async (context: Context, resourceId: string) => {
  const { draft } = await draftOf(context, resourceId)
  const parts = new Set([IMAGE, ...draft.contents.map(({ id }) => id), ...(await publishedFiles(context, resourceId)).keys()])
  for (const part of parts) {
    await detach(context, draftHolder(resourceId, part))
    await detach(context, publishedHolder(resourceId, part))
  }
  for (const fileId of await historyFiles(context, resourceId)) await detach(context, historyHolder(resourceId, fileId))
}

/** The two pictures of a base, seen by those who see the base; of one that is cropped, the whole is its members' alone. */
export const holdBasePictures = async (
  context: Context, base: { id: string; is_public: boolean; withheld?: string | null } & Parameters<typeof pictureOf>[0],
) => {
  const members = `base:${base.id}`
  const principals = [base.is_public ? 'public' : members, ...moderators(base)]
  for (const part of ['logo', 'cover'] as const) {
    const picture = pictureOf(base, part)
    const [holder, whole] = [`bases.base:${base.id}:${part}`, `bases.base:${base.id}:${part}-whole`]
    // Each is held before the other lets go of it: what nothing shows, its sender alone may attach.
    if (picture?.crop) await attach(context, { fileId: picture.crop.fileId, holder: whole, principals: [members] })
    await (picture ? attach(context, { fileId: picture.fileId, holder, principals }) : detach(context, holder))
    if (!picture?.crop) await detach(context, whole)
  }
}
