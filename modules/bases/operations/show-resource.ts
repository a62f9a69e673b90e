import { z } from 'zod'
import { anyone } from '#kernel/operation/rule.ts'
import { query } from '#kernel/operation/operation.ts'
import { audience, licence, slug, supportType, theme } from '../limits.ts'
import { renderMarkdown } from '../reading/markdown.ts'
import { personCard } from '../people.ts'
import type { Context } from '../policy.ts'
import { readAround, resourceAt } from '../reading/reading.ts'
import { fileCard, showContents, shownContent } from '../reading/shown-contents.ts'
import { deleteResource } from './delete-resource.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { saveResource } from './save-resource.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'

const shownResource = z.object({
  resourceId: z.uuid(), slug: z.string(), title: z.string(), description: z.string(),
  /** The description, which is Markdown, made safe; and its beginning, without signs. */
  descriptionHtml: z.string(), excerpt: z.string(),
  image: fileCard.nullable(), imageAlt: z.string(),
  themes: z.array(theme), supportTypes: z.array(supportType), audiences: z.array(audience), licence,
  publishedAt: z.string(), lastPublishedAt: z.string(), views: z.int(), saves: z.int(), isPublic: z.boolean(), isOpen: z.boolean(),
  /** Kept from readers by moderation. */
  withheld: z.enum(['waiting', 'hidden', 'deleted']).nullable(),
  base: z.object({ title: z.string(), slug: z.string(), logoFileId: z.uuid().nullable() }).nullable(),
  /** Its author and those who wrote with them, whose profiles are public. */
  authors: z.array(personCard),
  contents: z.array(shownContent),
  /** The person keeps it in a collection of theirs. */
  saved: z.boolean(),
})

/** A published resource as its readers see it. An address of before answers where it has `movedTo`. */
export const showResource = query({
  http: 'GET /resources/by-slug/:slug',
  input: z.object({ slug }),
  output: z.union([shownResource, z.object({ movedTo: z.string() })]),
  on: (context: Context, { slug }) => resourceAt(context, slug),
  allow: anyone,
  can: { saveResource, editResourceTitle, setResourceVisibility, deleteResource },
  run: async (context: Context, _, resource) => {
    if (!resource.current) return { movedTo: resource.slug! }
    const { base, authors, saved, ...read } = await readAround(context, resource)
    const files = new Map(read.files.map((file) => [file.id, file]))
    const contents = await showContents(context, read.contents, files)
    return {
      resourceId: resource.id, slug: resource.slug!, title: resource.title!, description: resource.description!,
      descriptionHtml: renderMarkdown(resource.description!), excerpt: resource.excerpt!,
      image: files.get(resource.image_file_id ?? '') ?? null, imageAlt: resource.image_alt ?? '',
      themes: resource.themes as [], supportTypes: resource.support_types as [], audiences: resource.audiences as [],
      licence: resource.licence as 'no_licence', publishedAt: resource.published_at!, lastPublishedAt: resource.last_published_at!,
      views: resource.views_count, saves: resource.saves_count, isPublic: resource.is_public, isOpen: resource.is_open,
      withheld: resource.withheld as 'waiting' | null,
      base, authors, contents, saved,
    }
  },
})
