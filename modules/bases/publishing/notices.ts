import { sql } from 'kysely'
import { z } from 'zod'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareKind, notify } from '#modules/notifications/api.ts'
import { baseDeleted, publicationMade, resourceDeleted } from '../events.ts'
import { kinds } from '../indexing.ts'
import type { Tables } from '../policy.ts'
import { urls } from '../web/routes.ts'
import { fr } from '../web/writing-notices.fr.ts'

type Worker = WorkerContext<Tables>

const shown = {
  importance: 'normal', channels: { mail: 'daily' }, family: fr.family, params: z.object({ title: z.string(), slug: z.string() }),
  href: ({ slug }: { slug: string }) => urls.resource(slug),
} as const
const published = declareKind({
  ...shown, code: 'bases.written-published', label: fr.published.label,
  text: ({ title }, { by }) => ({ title: fr.published.title(by, title) }),
})
const modified = declareKind({
  ...shown, code: 'bases.written-modified', label: fr.modified.label,
  text: ({ title }, { by }) => ({ title: fr.modified.title(by, title) }),
  grouped: (count, { title }) => fr.modified.several(count, title),
})

/** `restorable`: its reader may bring it back until the delay is over. */
const gone = { importance: 'normal', family: fr.family, params: z.object({ title: z.string(), restorable: z.boolean() }) } as const
const resourceGone = declareKind({
  ...gone, code: 'bases.written-deleted', channels: { mail: 'daily' }, label: fr.deleted.label,
  text: ({ title, restorable }) => ({ title: fr.deleted.title(title), body: fr.deleted.body(restorable) }),
  href: ({ restorable }) => restorable ? urls.deleted() : urls.myResources(),
})
/** All that one wrote there is withdrawn at once: it is told at once. */
const baseGone = declareKind({
  ...gone, code: 'bases.base-deleted', channels: { mail: 'at-once' }, label: fr.base.label,
  text: ({ title, restorable }) => ({ title: fr.base.title(title), body: fr.base.body(restorable) }),
  href: ({ restorable }) => restorable ? urls.deleted() : urls.myBases(),
})

const namesOf = (rows: readonly { person_id: string | null }[]) => rows.flatMap(({ person_id }) => person_id ?? [])

/** Its author and those invited to write it, without who has just acted. */
const othersWriting = async ({ db }: Worker, { id, created_by }: { id: string; created_by: string | null }, by: string | null) => {
  const invited = await db.selectFrom('bases.resource_contributor').select('person_id').where('resource_id', '=', id).execute()
  return namesOf([{ person_id: created_by }, ...invited]).filter((one) => one !== by)
}

const inBase = (baseId: string | null) => baseId === null ? [] : [{ kind: kinds.base, id: baseId }]

/** The same resource modified again within a day is told once. */
const tellPublication = reaction({
  name: 'bases.tell-publication', to: publicationMade,
  run: async (context: Worker, { resourceId, sequence }) => {
    const row = await context.db.selectFrom('bases.resource').selectAll().where('id', '=', resourceId).where('published_at', 'is not', null)
      .where('deleted_at', 'is', null).where('withheld', 'is', null).executeTakeFirst()
    const event = await context.db.selectFrom('bases.resource_event').select(['type', 'by_id']).where('resource_id', '=', resourceId)
      .where('sequence', '=', sequence).executeTakeFirst()
    if (!row?.slug || !event) return
    await notify(context, {
      kind: event.type === 'published' ? published : modified,
      to: await othersWriting(context, row, event.by_id), by: event.by_id ?? undefined, params: { title: row.title!, slug: row.slug },
      about: { kind: kinds.resource, id: resourceId }, within: inBase(row.base_id), key: resourceId,
    })
  },
})

/** Its author may bring it back. A base that goes is told of by itself, with all that goes with it. */
const tellDeletion = reaction({
  name: 'bases.tell-deletion', to: resourceDeleted,
  run: async (context: Worker, { resourceId }) => {
    const { db } = context
    const row = await db.selectFrom('bases.resource as resource').leftJoin('bases.base as base', 'base.id', 'resource.base_id')
      .innerJoin('bases.draft as draft', 'draft.resource_id', 'resource.id')
      .select(['resource.id', 'resource.created_by', 'resource.base_id', sql<string>`draft.state -> 'heading' ->> 'title'`.as('title')])
      .where('resource.id', '=', resourceId).where('resource.deleted_at', 'is not', null).where('base.deleted_at', 'is', null)
      .executeTakeFirst()
    if (!row) return
    const event = await db.selectFrom('bases.resource_event').select('by_id')
      .where('resource_id', '=', resourceId).where('type', '=', 'deleted')
      .orderBy('sequence', 'desc').limit(1).executeTakeFirst()
    const { title } = row
    const about = { about: { kind: kinds.resource, id: resourceId }, within: inBase(row.base_id), key: resourceId }
    const others = await othersWriting(context, row, event?.by_id ?? null)
    const isAuthor = (one: string) => one === row.created_by
    await notify(context, { kind: resourceGone, to: others.filter(isAuthor), params: { title, restorable: true }, ...about })
    const invited = others.filter((one) => !isAuthor(one))
    await notify(context, { kind: resourceGone, to: invited, params: { title, restorable: false }, ...about })
  },
})

/** Its members, and those who wrote one of its resources without being one: each loses something. Administrators may bring it back. */
const tellBaseDeletion = reaction({
  name: 'bases.tell-base-deletion', to: baseDeleted,
  run: async (context: Worker, { baseId, byId }) => {
    const { db } = context
    const row = await db.selectFrom('bases.base').select(['title', 'deleted_at'])
      .where('id', '=', baseId).where('deleted_at', 'is not', null).executeTakeFirst()
    if (!row) return
    const members = await db.selectFrom('bases.base_member').select(['person_id', 'role']).where('base_id', '=', baseId).execute()
    const writers = await db.selectFrom('bases.resource as resource')
      .leftJoin('bases.resource_contributor as one', 'one.resource_id', 'resource.id').select(['resource.created_by', 'one.person_id'])
      .where('resource.base_id', '=', baseId).where('resource.deleted_at', '=', row.deleted_at).execute()
    const administrators = namesOf(members.filter(({ role }) => role === 'administrator'))
    const others = namesOf([...members, ...writers, ...writers.map(({ created_by }) => ({ person_id: created_by }))])
    for (const [restorable, to] of [[true, administrators], [false, others.filter((one) => !administrators.includes(one))]] as const) {
      await notify(context, {
        kind: baseGone, to: to.filter((one) => one !== byId), params: { title: row.title, restorable },
        about: { kind: kinds.base, id: baseId }, key: baseId,
      })
    }
  },
})

/** Those who write together are told of what one of them does to what they wrote; whoever does it is not. */
export const writingTellings = [tellPublication, tellDeletion, tellBaseDeletion]
