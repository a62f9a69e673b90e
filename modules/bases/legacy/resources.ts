import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import { importedState, type ImportedState } from '../exchange/shapes.ts'
import { keptOrigin, knownOrigins } from '../exchange/origin.ts'
import { linkedGroups, writeImported, type ImportedResource } from '../exchange/write-imported.ts'
import { indexResource } from '../indexing.ts'
import { protectAgain } from '../publishing/publishing.ts'
import type { Context } from '../policy.ts'
import { type Importing, SOURCE } from './work.ts'
import type { Row } from './shapes.ts'
import { toMarkdown } from './to-markdown.ts'

interface Planned { id: string; line: number; row: Row<'resources'>; contents: Row<'contents'>[]; links: string[] }

const byResource = <T extends { row: { resource_id: string } }>(lines: readonly T[]) => Map.groupBy(lines, ({ row }) => row.resource_id)

const linkedBy = (content: Row<'contents'>, numbers: ReadonlyMap<number, string>) =>
  content.linked_resource_id ?? numbers.get(content.legacy_linked_resource_id ?? -1) ?? null

/** Identifiers of before stand where those of here will: what is checked in a dry run is what will be written. */
const stateOf = ({ row, contents }: Planned, alt: string, fileOf: (key: string | undefined) => string | null,
  linked: (content: Row<'contents'>) => string | null): ImportedState => {
  const of = (content: Row<'contents'>) => {
    const { type, title, caption, text, url, image_alt_text } = content
    const usesText = type === 'text'
    return {
      id: v7(), type, title, caption, url: type === 'link' ? url : null, text: usesText && text !== null ? toMarkdown(text) : null,
      alt: type === 'image' ? image_alt_text : null,
      fileId: type === 'image' ? fileOf(content.image_id ?? undefined) : type === 'file' ? fileOf(content.file_key ?? undefined) : null,
      linkedResourceId: type === 'linked_resource' ? linked(content) : null,
    }
  }
  return importedState.parse({
    heading: { title: row.title, description: toMarkdown(row.description) }, licence: row.licence, publicFeedback: row.publicFeedback,
    image: { fileId: fileOf(row.image_id ?? undefined), alt },
    indexation: { themes: row.themes, supportTypes: row.support_types, audiences: row.target_audiences }, contents: contents.map(of),
  })
}

const filesOf = ({ row, contents }: Planned) => [row.image_id,
  ...contents.flatMap(({ type, image_id, file_key }) => type === 'image' ? image_id : type === 'file' ? file_key : null)]
  .filter((name) => name !== null)

/** Says in advance what would stop a resource. */
const check = (work: Importing, one: Planned, targets: ReadonlyMap<string, string>,
  linked: (content: Row<'contents'>) => string | null): void => {
  const { row } = one
  if (row.base_id && !work.bases.has(row.base_id)) throw new Error(`no such base: ${row.base_id}`)
  if (!row.base_id && !work.people.has(row.created_by_id ?? '')) throw new Error('nobody could write it: no base, no author')
  const keys = new Set(work.tables.uploads.map(({ row: { key } }) => key))
  for (const name of filesOf(one)) if (!keys.has(work.keyOf(name)?.upload_key ?? name)) throw new Error(`no file: ${name}`)
  for (const content of one.contents) {
    if (content.type === 'linked_resource' &&
      !targets.has(linked(content) ?? '')) throw new Error(`content ${content.id}: no such resource`)
  }
  stateOf(one, '', (name) => name === undefined ? null : v7(), linked)
}

const finish = async (work: Importing, context: Context, { id, row }: Planned, target: string) => {
  const contributors = byResource(work.tables.resource_contributors).get(id) ?? []
  for (const { row: { contributor_id, added }, line } of contributors) {
    const person = work.people.get(contributor_id)
    if (!person) {
      work.reject('resource_contributors', line, `${id} ${contributor_id}`, new Error('no such person'))
      continue
    }
    await context.db.insertInto('bases.resource_contributor')
      .values({ resource_id: target, person_id: person, added_at: added ?? context.now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    work.count('resource_contributors', 'new')
  }
  const after = await context.db.updateTable('bases.resource').set({ views_count: row.views_count, saves_count: row.saves_count })
    .where('id', '=', target).returningAll().executeTakeFirstOrThrow()
  if (contributors.length > 0) await protectAgain(context, after)
  else if (after.published_at !== null) await indexResource(context, after)
  await keptOrigin(context, { source: SOURCE, kind: 'resource', value: id, targetId: target })
  if (row.legacy_id !== null) await keptOrigin(context, { source: SOURCE, kind: 'resource', value: `number:${row.legacy_id}`,
    targetId: target })
}

const writeGroup = async (work: Importing, group: readonly Planned[], targets: Map<string, string>,
  linked: (content: Row<'contents'>) => string | null) => {
  const files = new Map<string, string>()
  for (const one of group) {
    const author = work.people.get(one.row.created_by_id ?? '') ?? null
    for (const name of filesOf(one)) if (!files.has(name)) files.set(name, await work.bring(work.keyOf(name)?.upload_key ?? name, author))
  }
  const target = (content: Row<'contents'>) => targets.get(linked(content) ?? '') ?? null
  const written = await work.inTransaction(null, async (context) => {
    const bases = await context.db.selectFrom('bases.base').select(['id', 'is_public'])
      .where('id', 'in', [...new Set(['00000000-0000-0000-0000-000000000000',
      ...group.flatMap(({ row }) => work.bases.get(row.base_id ?? '') ?? [])])]).execute()
    const all = group.map((one): ImportedResource => {
      const { row } = one
      const base = bases.find(({ id }) => id === work.bases.get(row.base_id ?? ''))
      const state = stateOf(one, work.keyOf(row.image_id)?.alt_text ?? '', (name) => name === undefined ? null : files.get(name)!, target)
      return {
        id: targets.get(one.id)!, createdBy: work.people.get(row.created_by_id ?? '') ?? null,
          place: { base_id: base?.id ?? null, base_is_public: base?.is_public ?? null },
        isPublic: row.is_public, createdAt: row.created ?? context.now, publishedAt: row.published,
          lastPublishedAt: row.last_published ?? row.published,
        slug: row.slug, draft: state, published: row.published === null ? null : state,
      }
    })
    // In the name of its author, with the rights of the program.
    const result = await writeImported({ ...context, actor: { ...system, id: all[0]!.createdBy ?? undefined } }, all, { trusted: true })
    for (const one of group) await finish(work, context, one, targets.get(one.id)!)
    return result
  })
  for (const one of group) {
    work.count('resources', 'new')
    const missing = written.find(({ id }) => id === targets.get(one.id))?.missing
    if (missing) work.report.notPublished.push({ file: 'resources', line: one.line, id: one.id, reason: missing })
  }
}

/** Without those that show a resource which does not come, and so on. */
const withWhatTheyShow = (work: Importing, sound: readonly Planned[], known: ReadonlyMap<string, string>): readonly Planned[] => {
  const ids = new Set(sound.map(({ id }) => id))
  const whole = sound.filter(({ id, line, links }) => {
    const lost = links.find((one) => !ids.has(one) && !known.has(one))
    if (lost) work.reject('resources', line, id, new Error(`the resource that it shows does not come: ${lost}`))
    return !lost
  })
  return whole.length === sound.length ? whole : withWhatTheyShow(work, whole, known)
}

/** Resources with what they hold, those that show one another together. */
export const importResources = async (work: Importing): Promise<void> => {
  const lines = work.tables.resources
  const numbers = new Map(lines.flatMap(({ row }) => row.legacy_id === null ? [] : [[row.legacy_id, row.id] as const]))
  const linked = (content: Row<'contents'>) => linkedBy(content, numbers)
  const known = await knownOrigins(work.context, SOURCE, 'resource', lines.map(({ row }) => row.id))
  const contents = byResource(work.tables.contents)
  const fresh = lines.flatMap(({ line, row }): Planned[] => {
    if (known.has(row.id) || row.deleted) {
      work.count('resources', known.has(row.id) ? 'known' : 'skipped')
      return []
    }
    const own = (contents.get(row.id) ?? []).map((one) => one.row).toSorted((one, other) => one.order - other.order)
    return [{ id: row.id, line, row, contents: own, links: own.flatMap((content) => linked(content) ?? []) }]
  })
  const targets = new Map([...known, ...fresh.map(({ id }) => [id, v7()] as const)])
  const sound = fresh.filter((one) => {
    try {
      check(work, one, targets, linked)
      return true
    } catch (error) {
      work.reject('resources', one.line, one.id, error)
      return false
    }
  })
  for (const group of linkedGroups(withWhatTheyShow(work, sound, known))) {
    if (work.dryRun) for (const _ of group) work.count('resources', 'new')
    else await writeGroup(work, group, targets, linked).catch((error: unknown) => group.forEach(({ line, id }) => work.reject('resources',
      line, id, error)))
  }
  work.log(`${work.report.tables.resources?.new ?? 0} resources`)
}
