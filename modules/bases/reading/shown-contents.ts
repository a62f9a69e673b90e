import { z } from 'zod'
import { cardsOf, resourceCard } from '../cards.ts'
import type { NewContent } from '../draft/draft.ts'
import { contentTypes } from '../enumerations.ts'
import { renderMarkdown } from './markdown.ts'
import type { Context } from '../policy.ts'
import { linkPreview, previewsOf } from '../previews/previews.ts'

export const fileCard = z.object({
  id: z.uuid(), name: z.string(), mime: z.string(), size: z.number(), width: z.number().nullable(), height: z.number().nullable(),
})

export type ShownFile = z.output<typeof fileCard>

/** A part of a resource, ready to be shown: `html` is its text made safe, `file` and `linked` what it points at and the reader may see. */
export const shownContent = z.object({
  id: z.uuid(), type: z.enum(contentTypes), title: z.string().nullable(), html: z.string().nullable(), url: z.string().nullable(),
  caption: z.string().nullable(), alt: z.string().nullable(), file: fileCard.nullable(), linked: resourceCard.nullable(),
  /** Of a link: what its page says of itself. */
  preview: linkPreview.nullable(),
})
export type ShownContent = z.output<typeof shownContent>

const present = (ids: (string | null)[]) => ids.filter((id) => id !== null)

/** Files that contents name, by identifier. */
export const fileCards = async ({ db }: Context, ids: (string | null)[]) => {
  const wanted = present(ids)
  if (wanted.length === 0) return new Map<string, z.output<typeof fileCard>>()
  const rows = await db.selectFrom('files.card').select(['id', 'name', 'mime', 'size', 'width', 'height'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(wanted)))).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Three queries at most, however many contents there are. @param known their files, by identifier, for who has read them. */
export const showContents = async (
  context: Context, contents: readonly NewContent[], known?: ReadonlyMap<string, ShownFile>,
): Promise<ShownContent[]> => {
  const [files, linked, previews] = await Promise.all([
    known ?? fileCards(context, contents.map(({ fileId }) => fileId)),
    cardsOf(context, present(contents.map(({ linkedResourceId }) => linkedResourceId))),
    previewsOf(context, contents.map(({ url }) => url)),
  ])
  const cards = new Map(linked.map((card) => [card.id, card]))
  return contents.map(({ id, type, title, text, url, caption, alt, fileId, linkedResourceId }) => ({
    id, type, title, url, caption, alt, html: text === null ? null : renderMarkdown(text),
    file: (fileId && files.get(fileId)) || null, linked: (linkedResourceId && cards.get(linkedResourceId)) || null,
    preview: (url && previews.get(url)) || null,
  }))
}
