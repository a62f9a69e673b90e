import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import type { ContentFields } from './draft.ts'
import { contentTypes, type ContentType } from '../enumerations.ts'
import { address, alternative, caption, contentTitle, markdown } from '../limits.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'

type Field = Exclude<keyof ContentFields, 'crop'>

/** What each type needs, then what it may have. */
const fields: Record<ContentType, { needs: Field; may: Field[] }> = {
  section_title: { needs: 'title', may: [] },
  text: { needs: 'text', may: ['title'] },
  image: { needs: 'fileId', may: ['title', 'alt', 'caption'] },
  link: { needs: 'url', may: ['title', 'caption'] },
  file: { needs: 'fileId', may: ['title', 'caption'] },
  linked_resource: { needs: 'linkedResourceId', may: ['caption'] },
}

/** Whether an image says something, so that it has an alternative, or only decorates (WCAG 2.2, 1.1.1): one chooses, nothing is guessed. */
export const imageRoles = ['informative', 'decorative'] as const

/** Fields of every type, flat as a form sends them. */
export const contentShape = {
  type: z.enum(contentTypes), title: contentTitle.optional(), text: markdown.optional(), url: address.optional(),
  caption: caption.optional(), alt: alternative.optional(), imageRole: z.enum(imageRoles).optional(), fileId: z.uuid().optional(), linkedResourceId: z.uuid().optional(),
}
type Given = z.output<z.ZodObject<typeof contentShape>>

/** A text of nothing but spaces is missing too. */
export const needsItsField = (given: Given, refine: z.RefinementCtx) => {
  const { needs } = fields[given.type]
  if (given.type === 'image' && given.imageRole !== 'decorative' && !given.alt?.trim()) {
    refine.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: given.alt ?? '', path: ['alt'] })
  }
  if (given[needs as keyof Given]?.trim()) return
  refine.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: given[needs as keyof Given] ?? '', path: [needs] })
}

/** Keeps what the type has a use for. */
export const contentFields = (given: Given): ContentFields => {
  const { needs, may } = fields[given.type]
  const value = (field: Field) => [needs, ...may].includes(field) ? given[field] || null : null
  return {
    title: value('title'), text: value('text'), url: value('url'), caption: value('caption'), alt: given.imageRole === 'decorative' ? null : value('alt'),
    fileId: value('fileId'), linkedResourceId: value('linkedResourceId'),
  }
}

/** @throws Refusal when the file is not an image, `bases.not-an-image`, or is not there, `bases.no-file`. */
export const checkImage = async ({ db }: Context, fileId: string) => {
  const file = await db.selectFrom('files.card').select('mime').where('id', '=', fileId).executeTakeFirst()
  if (!file) throw new Refusal('bases.no-file')
  if (!file.mime.startsWith('image/')) throw new Refusal('bases.not-an-image')
}

/** What a content points at is there: the file (an image where it is shown as one), the other resource as its editor sees it. */
export const checkTargets = async (
  context: Context, type: ContentType, { fileId, linkedResourceId }: ContentFields, resourceId: string,
) => {
  if (type === 'image' && fileId) await checkImage(context, fileId)
  if (!linkedResourceId) return
  if (linkedResourceId === resourceId) throw new Refusal('bases.linked-to-itself')
  const linked = await resourcesSeenBy(context).select('resource.id').where('resource.id', '=', linkedResourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst()
  if (!linked) throw new Refusal('bases.no-linked-resource')
}
