import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { system } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { put } from '#modules/search/api.ts'
import { apply, emptyDraft, type Indexation, type NewContent } from '../draft/draft.ts'
import { indexBase, kinds } from '../indexing.ts'
import { licences } from '../enumerations.ts'
import { excerptOf } from '../reading/markdown.ts'
import type { Tables } from '../policy.ts'
import { slugOf } from '../titles/slug.ts'
import { chance, formats, sentences, situations, topics, towns } from './large-words.ts'

interface Given {
  /** Connections of the owner of the tables. */
  owner: Pool
  /** How many resources. */
  count: number
  /** People who have written them. */
  authors: readonly string[]
  log: (line: string) => void
}

const BATCH = 1000
/** Documents of search on their way at once. */
const AT_ONCE = 64
const YEARS = 6 * 365 * 86_400_000

const maker = (seed: number) => {
  const random = chance(seed)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const some = <T>(list: readonly T[], most: number): T[] =>
    [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => oneOf(list)))]
  return { random, oneOf, some }
}

const insert = (owner: Pool, table: string, rows: object[]) =>
  owner.query(`insert into ${table} (${Object.keys(rows[0]!).join(', ')})
    select ${Object.keys(rows[0]!).join(', ')} from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])

/** One base for a hundred resources, a twentieth of them private, each held by one of the authors. */
const writeBases = async (owner: Pool, context: KernelContext, { count, authors }: Given) => {
  const { oneOf, random } = maker(11)
  const bases = Array.from({ length: Math.ceil(count / 125) }, (_, index) => {
    const town = towns[(index * 37) % towns.length]!
    const at = new Date(Date.now() - random() * YEARS - 86_400_000).toISOString()
    return {
      id: v7(), slug: `${slugOf(town)}-reseau-${index}`, title: `Réseau de ${town}`,
      excerpt: `Ce que partagent les lieux de ${town} et des alentours.`,
      description: oneOf(sentences), department: String(1 + index % 95).padStart(2, '0').replace('20', '2A'), is_public: index % 20 !== 0,
      version: 1,
      email_is_public: false, created_by: authors[index % authors.length]!, created_at: at, updated_at: at,
    }
  })
  await insert(owner, 'bases.base', bases)
  await insert(owner, 'bases.slug', bases.map(({ id, slug }) => ({ kind: 'base', slug, target_id: id, current: true })))
  await insert(owner, 'bases.base_member',
    bases.map((base) => ({ base_id: base.id, person_id: base.created_by, role: 'administrator', added_at: base.created_at })))
  for (const base of bases) await indexBase(context, base)
  return bases
}
type Base = Awaited<ReturnType<typeof writeBases>>[number]

const aContent = (fields: Partial<NewContent> & Pick<NewContent, 'type'>): NewContent =>
  ({ id: v7(), title: null, text: null, url: null, caption: null, alt: null, fileId: null, linkedResourceId: null, ...fields })

/** A resource as each of its tables holds it; its first event is the one of an import. */
const resourceOf = ({ random, oneOf, some }: ReturnType<typeof maker>, index: number, bases: readonly Base[], images: readonly string[],
  { authors }: Given) => {
  const [format, supportType] = oneOf(formats)
  const [topic, theme] = oneOf(topics)
  const [situation, audience] = oneOf(situations)
  const town = oneOf(towns)
  const title = `${format} : ${topic}${random() < 0.8 ? ` ${situation}` : ''}${random() < 0.4 ? `, à ${town}` : ''}`.slice(0, 100)
  const base = random() < 0.7 ? oneOf(bases) : undefined
  const at = new Date(Date.now() - random() ** 1.5 * YEARS).toISOString()
  const told = `${format} pour ${topic}, ${situation}, à partir de ce que nous faisons à ${town}.`
  const description = `${oneOf(sentences)} ${told} ${oneOf(sentences)}`.slice(0, 560)
  const indexation: Indexation = {
    themes: [...new Set([theme, ...some(topics, 2).map(([, other]) => other)])].slice(0, 3), supportTypes: [supportType],
    audiences: [...new Set([audience, ...some(situations, 2).map(([, other]) => other)])],
  }
  const contents = [
    aContent({ type: 'section_title', title: `Pour ${topic}`.slice(0, 50) }),
    aContent({ type: 'text', text: some(sentences, 5).join(' ') }),
    aContent({ type: 'text', title: 'Ensuite', text: some(sentences, 5).join(' ') }),
  ]
  const image = { fileId: images.length ? oneOf(images) : null, alt: '' }
  const licence = oneOf(licences)
  const event = { type: 'migrated' as const, data: { title, description, ...indexation, image, licence, contents } }
  const id = v7()
  return {
    contents, event, draft: apply(emptyDraft, event, 1), indexation,
    resource: {
      id, created_by: oneOf(authors), base_id: base?.id ?? null, base_is_public: base?.is_public ?? null, is_public: random() < 0.97,
      created_at: at,
      slug: `${slugOf(title)}-${index}`, title, description, excerpt: excerptOf(description), image_file_id: image.fileId, image_alt: '',
      themes: indexation.themes, support_types: indexation.supportTypes, audiences: indexation.audiences, licence, published_at: at,
      last_published_at: at, views_count: Math.floor(random() ** 4 * 5000), saves_count: 0, version: 1,
    },
  }
}
type Made = ReturnType<typeof resourceOf>

const writeBatch = async (owner: Pool, made: Made[]) => {
  const columns = Object.keys(made[0]!.resource).join(', ')
  await owner.query(`insert into bases.resource (${columns}) select ${columns} from jsonb_populate_recordset(null::bases.resource, $1)`,
    [JSON.stringify(made.map(({ resource }) => resource))])
  await Promise.all([
    insert(owner, 'bases.slug', made.map(({ resource: { id, slug } }) => ({ kind: 'resource', slug, target_id: id, current: true }))),
    insert(owner, 'bases.content',
      made.flatMap(({ resource: { id }, contents }) => contents.map(({ id: content, type, title, text }, position) =>
      ({ id: content, resource_id: id, position, type, title, text })))),
    insert(owner, 'bases.resource_event', made.map(({ resource: { id, created_by, created_at }, event }) =>
      ({ resource_id: id, sequence: 1, type: event.type, data: event.data, by_id: created_by, at: created_at }))),
    insert(owner, 'bases.draft', made.map(({ resource: { id, created_at }, draft }) =>
      ({ resource_id: id, state: draft, sequence: 1, changed: false, updated_at: created_at }))),
  ])
}

const index = (context: KernelContext, { resource, contents, indexation }: Made) => put(context, {
  kind: kinds.resource, id: resource.id,
  principals: resource.is_public && resource.base_is_public !== false ? ['public']
    : [`person:${resource.created_by}`, ...resource.base_id ? [`base:${resource.base_id}`] : []],
  title: resource.title, summary: resource.description, body: contents.map(({ title, text }) => `${title ?? ''} ${text ?? ''}`).join('\n'),
  facets: {
    theme: indexation.themes, supportType: indexation.supportTypes, audience: indexation.audiences,
    base: resource.base_id ? [resource.base_id] : [],
  },
  publishedAt: resource.published_at, counts: { views: resource.views_count },
})

const indexAll = async (context: KernelContext, made: Made[]) => {
  const queue = [...made]
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await index(context, next)
  }))
}

/** Very many resources, to measure with: written by SQL as an import would leave them, and the same at each run but for their dates. */
export const seedLarge = async (given: Given): Promise<void> => {
  const { owner, count, log } = given
  const context: KernelContext = {
    db: kyselyOn<Tables>(owner), actor: system, now: new Date().toISOString(), origin: { request: 'large' },
    record: async () => { throw new Error('The large seed records no fact') },
  }
  const { rows: images } = await owner.query<{ id: string }>(
    'select distinct image_file_id as id from bases.resource where is_open and image_file_id is not null')
  const bases = await writeBases(owner, context, given)
  log(`${bases.length} bases`)
  const make = maker(29)
  for (let done = 0; done < count;) {
    const made = Array.from({ length: Math.min(BATCH, count - done) }, (_, offset) =>
      resourceOf(make, done + offset, bases, images.map(({ id }) => id), given))
    await writeBatch(owner, made)
    await indexAll(context, made)
    done += made.length
    if (done % (BATCH * 10) === 0 || done === count) log(`${done} resources of ${count}`)
  }
}
