import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { where } from '#kernel/operation/rule.ts'
import type { NewContent } from '../draft/draft.ts'
import { description, title } from '../limits.ts'
import { lockedBase, resourcesSeenBy, type Context } from '../policy.ts'
import { putInCollection } from '../saving.ts'
import { claimSlug } from '../titles/slugs.ts'
import { importedState, type ImportedState } from './shapes.ts'
import { keptOrigin, knownOrigins, packageSource } from './origin.ts'
import { writeImported } from './write-imported.ts'

const instant = z.iso.datetime({ offset: true })
const resource = z.object({
  id: z.uuid(), slug: z.string().regex(/^[a-z0-9-]{1,200}$/).nullable(), isPublic: z.boolean(), createdAt: instant,
    publishedAt: instant.nullable(),
  lastPublishedAt: instant.nullable(), draft: importedState, published: importedState.nullable(),
})
const collection = z.object({ id: z.uuid(), title, description, isPublic: z.boolean(), resources: z.array(z.uuid()).max(1000) })

/** Nobody dates what they bring later than today. */
const past = (at: string | null, now: string) => at === null ? null : new Date(Math.min(Date.parse(at), Date.parse(now))).toISOString()

/** The state with the identifiers of here. What it links to and its importer may not see is left out. */
export const translated = (state: ImportedState, contents: Map<string, string>, resources: ReadonlyMap<string, string>,
  seen: ReadonlySet<string>): ImportedState => {
  const idOf = (id: string) => contents.get(id) ?? contents.set(id, v7()).get(id)!
  const linked = (id: string | null) => id === null ? null : resources.get(id) ?? (seen.has(id) ? id : undefined)
  return {
    ...state,
    contents: state.contents.flatMap((content) => {
      const linkedResourceId = linked(content.linkedResourceId)
      return linkedResourceId === undefined ? [] : [{ ...content, id: idOf(content.id), linkedResourceId }]
    }) satisfies NewContent[],
  }
}

/** Of the resources that states link to, those that are published and that the person sees. */
export const seenElsewhere = async (context: Context, states: readonly (ImportedState | null)[]) => {
  const named = states.flatMap((state) => state?.contents.flatMap(({ linkedResourceId }) => linkedResourceId ?? []) ?? [])
  if (named.length === 0) return new Set<string>()
  const rows = await resourcesSeenBy(context).select('resource.id').where('resource.id', 'in', named)
    .where('resource.published_at', 'is not', null).execute()
  return new Set(rows.map(({ id }) => id))
}

/** As the tables say, and not the session: whoever has just opened the base for a package fills it in the same request. */
const administersNow = async ({ db, actor }: Context, baseId: string) => actor.id !== undefined && await db.selectFrom('bases.base_member')
  .select('role').where('base_id', '=', baseId).where('person_id', '=', actor.id).where('role', '=', 'administrator')
    .executeTakeFirst() !== undefined

/** A private base that was opened in the same request is not among those that the session knows. */
const openBase = ({ db }: Context, baseId: string) => db.selectFrom('bases.base').selectAll().where('id', '=', baseId).where('deleted_at',
  'is', null)
  .forNoKeyUpdate().executeTakeFirst()

/**
 * Brings resources of a package into a base, with their dates, then its collections: what was brought before is left as it is. Their author
 * here is who brings them. Files are here already (`store`), and are named by the identifiers of here.
 */
export const importResources = command({
  http: 'POST /bases/:baseId/imported-resources',
  input: z.object({ baseId: z.uuid(), resources: z.array(resource).max(1000), collections: z.array(collection).max(500).default([]) }),
  output: z.object({
    resources: z.array(z.object({ id: z.uuid(), resourceId: z.uuid(), state: z.enum(['known', 'published', 'draft']), missing: z.string()
      .optional() })),
    collections: z.int(),
  }),
  on: async (context: Context, { baseId }) => {
    const administers_now = await administersNow(context, baseId)
    const base = administers_now ? await openBase(context, baseId) : await lockedBase(context, baseId)
    return base && { ...base, administers_now }
  },
  allow: where('administers_now', true),
  when: ({ withheld }) => withheld === null ? undefined : 'bases.withheld',
  run: async (context: Context, { resources, collections }, base) => {
    const source = packageSource(base.id)
    const ids = [...resources.map(({ id }) => id), ...collections.flatMap((one) => one.resources), ...linksOf(resources)]
    const known = await knownOrigins(context, source, 'resource', ids)
    const fresh = resources.filter(({ id }) => !known.has(id))
    const targets = new Map([...known, ...fresh.map(({ id }) => [id, v7()] as const)])
    const seen = await seenElsewhere(context, fresh.flatMap(({ draft, published }) => [draft, published]))
    const written = await writeImported(context, fresh.map(({ id, draft, published, createdAt, publishedAt, lastPublishedAt,
      ...about }) => {
      const contents = new Map<string, string>()
      return {
        ...about, id: targets.get(id)!, createdBy: context.actor.id!, place: { base_id: base.id, base_is_public: base.is_public },
        createdAt: past(createdAt, context.now)!, publishedAt: past(publishedAt, context.now),
          lastPublishedAt: past(lastPublishedAt, context.now),
        draft: translated(draft, contents, targets, seen), published: published && translated(published, contents, targets, seen),
      }
    }))
    for (const { id } of fresh) await keptOrigin(context, { source, kind: 'resource', value: id, targetId: targets.get(id)! })
    const states = new Map(written.map(({ id, published, missing }) => [id,
      { state: published ? 'published' as const : 'draft' as const, missing }]))
    return {
      resources: resources.map(({ id }) => ({ id, resourceId: targets.get(id)!,
        ...states.get(targets.get(id)!) ?? { state: 'known' as const } })),
      collections: await bringCollections(context, base, source, collections, targets),
    }
  },
})

const linksOf = (resources: readonly z.output<typeof resource>[]) => resources.flatMap(({ draft, published }) =>
  [draft, published].flatMap((state) => state?.contents.flatMap(({ linkedResourceId }) => linkedResourceId ?? []) ?? []))

/** @returns how many are new. */
const bringCollections = async (
  context: Context, base: { id: string; is_public: boolean }, source: string, collections: readonly z.output<typeof collection>[],
    targets: ReadonlyMap<string, string>,
) => {
  const known = await knownOrigins(context, source, 'collection', collections.map(({ id }) => id))
  const fresh = collections.filter(({ id }) => !known.has(id))
  for (const { id: value, title, description, isPublic, resources } of fresh) {
    const id = v7()
    const slug = await claimSlug(context, 'collection', id, title)
    await context.db.insertInto('bases.collection').values({
      id, slug, title, description, is_public: isPublic, base_id: base.id, base_is_public: base.is_public, created_at: context.now,
        updated_at: context.now,
    }).execute()
    for (const one of resources) if (targets.has(one)) await putInCollection(context, id, targets.get(one)!)
    await keptOrigin(context, { source, kind: 'collection', value, targetId: id })
  }
  return fresh.length
}
