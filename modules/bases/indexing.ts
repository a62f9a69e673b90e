import { put, remove } from '#modules/search/api.ts'
import { readersOf, type Placed } from './publishing/attachments.ts'
import { plainText } from './reading/markdown.ts'
import type { Context } from './policy.ts'
import { fr } from './web/fr.ts'

/** Names of ours in the log of searches. */
export const searches = {
  all: 'bases.all', resources: 'bases.resources', bases: 'bases.bases', profiles: 'bases.profiles', quick: 'bases.quick',
} as const
/** Names of a search that is kept: what may be muted, and what its owner is told. */
export const savedSearch = { subject: 'bases.saved-search', found: 'bases.saved-search-found' } as const

/** Names of ours among the documents of search. */
export const kinds = { resource: 'bases.resource', base: 'bases.base', profile: 'bases.profile' } as const

/** Enough words to find a resource by; a longer one is found by its beginning. */
const MOST_BODY = 100_000

interface Published extends Placed {
  title: string | null
  description: string | null
  themes: string[]
  support_types: string[]
  audiences: string[]
  published_at: string | null
  deleted_at: string | null
  views_count: number
  saves_count: number
}

const words = (labels: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((key) => labels[key] ?? key)

/** Brings what search knows of a resource up to its published rows; takes it away when there is nothing to read. */
export const indexResource = async (context: Context, resource: Published): Promise<void> => {
  if (resource.deleted_at !== null || resource.published_at === null) return remove(context, kinds.resource, resource.id)
  const contents = await context.db.selectFrom('bases.content').select(['title', 'text', 'caption'])
    .where('resource_id', '=', resource.id).orderBy('position').execute()
  const body = contents.flatMap(({ title, text, caption }) => [title ?? '', plainText(text ?? ''), caption ?? ''])
  await put(context, {
    kind: kinds.resource, id: resource.id, principals: await readersOf(context, resource),
    title: resource.title!, summary: plainText(resource.description!), body: body.filter(Boolean).join('\n').slice(0, MOST_BODY),
    keywords: [...words(fr.themes, resource.themes), ...words(fr.supportTypes, resource.support_types)],
    facets: {
      theme: resource.themes, supportType: resource.support_types, audience: resource.audiences,
      base: resource.base_id === null ? [] : [resource.base_id],
    },
    publishedAt: resource.published_at, counts: { views: resource.views_count, saves: resource.saves_count },
  })
}

/** What bases are sorted by (counting.ts): resources open to all, and followers. */
const sharedByBase = async ({ db }: Context, id: string) => {
  const row = await db.selectFrom('bases.base').select('followers_count as saves').where('id', '=', id)
    .select((eb) => eb.selectFrom('bases.resource').select(eb.fn.countAll<number>().as('many')).where('base_id', '=', id).where('is_open', '=', true).as('views'))
    .executeTakeFirst()
  return { saves: row?.saves ?? 0, views: row?.views ?? 0 }
}

interface Base {
  id: string
  title: string
  excerpt: string
  description: string
  department: string | null
  is_public: boolean
  created_at: string
}

export const indexBase = async (context: Context, base: Base): Promise<void> => put(context, {
  kind: kinds.base, id: base.id, principals: [base.is_public ? 'public' : `base:${base.id}`],
  title: base.title, summary: base.excerpt, body: plainText(base.description),
  facets: { department: base.department === null ? [] : [base.department] }, publishedAt: base.created_at,
  counts: await sharedByBase(context, base.id),
})
