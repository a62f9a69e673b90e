import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import type { Crop } from '../draft/draft.ts'
import { draftOf } from '../draft/store.ts'
import { audience, licence, side, supportType, theme, version } from '../limits.ts'
import { peopleOf, personCard } from '../people.ts'
import { basesSeenBy, editsResource, resourceWithRights, type Context } from '../policy.ts'
import { missingToPublish } from '../publishing/publishing.ts'
import { fileCard, fileCards, showContents, shownContent } from '../reading/shown-contents.ts'
import { twin, twinOf } from '../titles/twins.ts'
import { writer, writersOf } from '../writing/writers.ts'
import { addContent } from './add-content.ts'
import { cropImage } from './crop-image.ts'
import { cropResourceImage } from './crop-resource-image.ts'
import { deleteResource } from './delete-resource.ts'
import { editContent } from './edit-content.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { inviteContributor } from './invite-contributor.ts'
import { moveContent } from './move-content.ts'
import { moveResource } from './move-resource.ts'
import { publishResource } from './publish-resource.ts'
import { refreshPreview } from './refresh-preview.ts'
import { removeContent } from './remove-content.ts'
import { removeContributor } from './remove-contributor.ts'
import { replaceByText } from '../exchange/markdown/replace-by-text.ts'
import { setPublicFeedback } from './set-public-feedback.ts'
import { setResourceImage } from './set-resource-image.ts'
import { setResourceIndexation } from './set-resource-indexation.ts'
import { setResourceLicence } from './set-resource-licence.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'

/** Of an image of which a part is shown: the part, and the whole. */
const shownCrop = z.object({ x: side, y: side, width: side, height: side, file: fileCard })

const shownDraft = z.object({
  resourceId: z.uuid(), slug: z.string().nullable(), publishedAt: z.string().nullable(), isPublic: z.boolean(), isOpen: z.boolean(),
  /** Something was written since the last publication. */
  changed: z.boolean(),
  /** The number of the last event: what has been seen, for whoever replaces all of it. */
  sequence: version,
  /** Codes of what stands in the way of publishing; their sentences are the module's refusals. */
  missing: z.array(z.string()),
  base: z.object({ id: z.uuid(), title: z.string(), slug: z.string(), isPublic: z.boolean() }).nullable(),
  heading: z.object({ title: z.string(), description: z.string(), version }),
  image: z.object({ fileId: z.uuid().nullable(), alt: z.string(), version, file: fileCard.nullable(), crop: shownCrop.nullable() }),
  indexation: z.object({ themes: z.array(theme), supportTypes: z.array(supportType), audiences: z.array(audience), version }),
  licence: z.object({ key: licence, version }), publicFeedback: z.boolean(),
  /** Another published resource under the same title, if the person sees one. */
  twin: twin.nullable(),
  contents: z.array(shownContent.extend({
    version, source: z.string().nullable(), fileId: z.uuid().nullable(), linkedResourceId: z.uuid().nullable(),
    crop: shownCrop.nullable(),
  })),
  author: personCard.nullable(), contributors: z.array(personCard),
  /** Who else has it open now, and the part in which they write. */
  writers: z.array(writer),
})

const baseOf = (context: Context, id: string | null) => basesSeenBy(context)
  .select(['base.id', 'base.title', 'base.slug', 'base.is_public as isPublic']).where('base.id', '=', id).executeTakeFirst()

const contributorsOf = async (context: Context, resourceId: string) => {
  const rows = await context.db.selectFrom('bases.resource_contributor').select('person_id').where('resource_id', '=', resourceId)
    .orderBy('added_at').execute()
  return peopleOf(context, rows.map(({ person_id }) => person_id), { everyone: true })
}

const withWhole = (crop: Crop | undefined, wholes: Awaited<ReturnType<typeof fileCards>>) => {
  const file = crop && wholes.get(crop.fileId)
  return file ? { ...crop, file } : null
}

const contentsWithSource = async (context: Context, contents: Awaited<ReturnType<typeof draftOf>>['draft']['contents']) => {
  const [shown, wholes] = [await showContents(context, contents), await fileCards(context, contents.map(({ crop }) => crop?.fileId ?? null))]
  return shown.map((one, index) => {
    const { version, text, fileId, linkedResourceId, crop } = contents[index]!
    return { ...one, version, source: text, fileId, linkedResourceId, crop: withWhole(crop, wholes) }
  })
}

/** What its editors are writing: each part with its version and its source, what is missing. */
export const showDraft = query({
  http: 'GET /resources/:resourceId/draft',
  input: z.object({ resourceId: z.uuid() }),
  output: shownDraft,
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: editsResource,
  can: {
    editResourceTitle, replaceByText, setResourceImage, setResourceIndexation, setResourceLicence, setPublicFeedback, setResourceVisibility,
      moveResource, inviteContributor,
    removeContributor: { ...removeContributor, allow: inviteContributor.allow }, addContent, editContent, removeContent, moveContent,
    publishResource,
    deleteResource, refreshPreview, cropImage, cropResourceImage,
  },
  run: async (context: Context, _, resource) => {
    const { draft, changed, sequence } = await draftOf(context, resource.id)
    const [another, contents, images, base, authors, contributors, writers] = await Promise.all([
      twinOf(context, 'resource', draft.heading.title, resource.id),
      contentsWithSource(context, draft.contents),
      fileCards(context, [draft.image.fileId, draft.image.crop?.fileId ?? null]), baseOf(context, resource.base_id),
      peopleOf(context, [resource.created_by], { everyone: true }), contributorsOf(context, resource.id),
      writersOf(context, resource.id),
    ])
    return {
      resourceId: resource.id, slug: resource.slug, publishedAt: resource.published_at, isPublic: resource.is_public,
      isOpen: resource.is_open,
      changed, sequence, missing: missingToPublish(draft, resource.is_public), base: base ?? null, heading: draft.heading,
      image: { ...draft.image, file: images.get(draft.image.fileId ?? '') ?? null, crop: withWhole(draft.image.crop, images) },
      indexation: draft.indexation, licence: draft.licence,
      publicFeedback: draft.publicFeedback, twin: another,
      contents, author: authors[0] ?? null, contributors, writers,
    }
  },
})
