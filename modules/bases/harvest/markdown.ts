import { fileUrl } from '#modules/files/web/routes.ts'
import { fr as labels } from '../web/fr.ts'
import { fr } from '../web/harvest.fr.ts'
import { urls } from '../web/routes.ts'
import { cardsOf } from '../cards.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'
import { fileCards } from '../reading/shown-contents.ts'
import { configured } from './configuration.ts'
import { LICENCES } from './dublin-core.ts'

const resourceOf = (context: Context, slug: string) => resourcesSeenBy(context)
  .innerJoin('bases.slug as address', (join) => join.onRef('address.target_id', '=', 'resource.id').on('address.kind', '=', 'resource'))
  .leftJoin('identity.card as author', (join) => join.onRef('author.id', '=', 'resource.created_by').on('author.is_public', '=', true))
  .where('address.slug', '=', slug).where('resource.published_at', 'is not', null)
  .select(['resource.id', 'resource.slug', 'resource.title', 'resource.description', 'resource.licence', 'resource.last_published_at', 'author.name as author'])
  .executeTakeFirst()

/** Signs that Markdown would read, in words that are not Markdown (CommonMark §2.4). */
const plain = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
/** Spaces and brackets end the address of a link: written as a URL writes them. */
const link = (label: string, address: string) => `[${plain(label)}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`

type Row = { type: string; title: string | null; text: string | null; url: string | null; caption: string | null; alt: string | null; file_id: string | null; linked_resource_id: string | null }
type Files = Awaited<ReturnType<typeof fileCards>>

const part = ({ type, title, text, url, caption, alt, file_id, linked_resource_id }: Row, files: Files, linked: ReadonlyMap<string, { title: string; slug: string }>) => {
  const { origin } = configured()
  if (type === 'section_title') return `## ${plain(title!)}`
  const file = file_id ? files.get(file_id) : undefined
  const other = linked_resource_id ? linked.get(linked_resource_id) : undefined
  const body = [
    text ?? undefined, url && `${fr.link} : ${link(caption ?? url, url)}`,
    file && type === 'image' && `![${plain(alt ?? '')}](<${origin + fileUrl(file.id, file.name)}>)`,
    file && type === 'file' && `${fr.file} : ${link(file.name, origin + fileUrl(file.id, file.name))}`,
    other && `${fr.linked} : ${link(other.title, origin + urls.resource(other.slug))}`,
    caption && type !== 'link' && `*${plain(caption)}*`,
  ]
  return [title && `### ${plain(title)}`, ...body].filter(Boolean).join('\n\n')
}

/**
 * A published resource as one Markdown text (CommonMark), as its reader may see it: the words as they were written, addresses in full.
 * @returns none for what the reader may not see.
 */
export const markdownOf = async (context: Context, slug: string): Promise<{ slug: string; text: string } | undefined> => {
  const resource = await resourceOf(context, slug)
  if (!resource) return undefined
  const { origin } = configured()
  const rows = await context.db.selectFrom('bases.content').selectAll().where('resource_id', '=', resource.id).orderBy('position').execute()
  const [files, cards] = await Promise.all([
    fileCards(context, rows.map(({ file_id }) => file_id)), cardsOf(context, rows.flatMap(({ linked_resource_id }) => linked_resource_id ?? [])),
  ])
  const linked = new Map(cards.map((card) => [card.id, card]))
  const licence = resource.licence as keyof typeof labels.licences
  const address = origin + urls.resource(resource.slug!)
  const terms = LICENCES[licence] ? link(labels.licences[licence], LICENCES[licence]) : labels.licences[licence]
  const facts = [
    resource.author && `${fr.by} : ${plain(resource.author)}`, `${fr.published} : ${resource.last_published_at!.slice(0, 10)}`, `${fr.licence} : ${terms}`,
    `${fr.source} : <${address}>`,
  ].filter(Boolean).map((fact) => `- ${fact}`).join('\n')
  const text = [`# ${plain(resource.title!)}`, resource.description!, ...rows.map((row) => part(row, files, linked)), '---', facts].filter(Boolean).join('\n\n')
  return { slug: resource.slug!, text: `${text}\n` }
}
