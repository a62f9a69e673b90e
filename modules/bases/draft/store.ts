import { Refusal } from '#kernel/operation/operation.ts'
import { apply, emptyDraft, replay, writes, type Draft, type DraftContent, type ResourceEvent } from './draft.ts'
import type { Context } from '../policy.ts'
import { tellWriters } from '../writing/writers.ts'

interface Stored { draft: Draft; sequence: number; changed: boolean }

/** The draft of a resource. In a command the resource's row is locked first, so that what is read here is the latest. */
export const draftOf = async ({ db }: Context, resourceId: string): Promise<Stored> => {
  const row = await db.selectFrom('bases.draft').select(['state', 'sequence', 'changed']).where('resource_id', '=', resourceId)
    .executeTakeFirstOrThrow()
  return { draft: row.state as unknown as Draft, sequence: row.sequence, changed: row.changed }
}

/** The draft as it was after the event of this number; none when there is no such event. */
export const draftAt = async ({ db }: Context, resourceId: string, sequence: number): Promise<Draft | undefined> => {
  const rows = await db.selectFrom('bases.resource_event').select(['type', 'data']).where('resource_id', '=', resourceId)
    .where('sequence', '<=', sequence).orderBy('sequence').execute()
  return rows.length === sequence ? replay(rows as unknown as ResourceEvent[]) : undefined
}

/** Writes the next event and brings the draft up to it. The resource's row is locked by the command. @returns the event's number. */
export const append = async (context: Context, resourceId: string, event: ResourceEvent): Promise<number> => {
  const { draft, sequence, changed } = await draftOf(context, resourceId)
  const next = sequence + 1
  await insertEvent(context, resourceId, next, event)
  await context.db.updateTable('bases.draft').where('resource_id', '=', resourceId).set({
    state: JSON.stringify(apply(draft, event, next)), sequence: next, updated_at: context.now,
    changed: isPublication(event) ? false : changed || writes(event),
  }).execute()
  await tellWriters(context, resourceId, next)
  return next
}

const isPublication = ({ type }: ResourceEvent) => type === 'published' || type === 'republished'

/** The first event of a resource, with its draft. */
export const begin = async (context: Context, resourceId: string, event: ResourceEvent): Promise<void> => {
  await insertEvent(context, resourceId, 1, event)
  await context.db.insertInto('bases.draft')
    .values({
      resource_id: resourceId, state: JSON.stringify(apply(emptyDraft, event, 1)), sequence: 1, changed: true, updated_at: context.now,
    })
    .execute()
}

const insertEvent = ({ db, actor, now }: Context, resourceId: string, sequence: number, event: ResourceEvent) =>
  db.insertInto('bases.resource_event').values({
    resource_id: resourceId, sequence, type: event.type, data: JSON.stringify(event.data), by_id: actor.id ?? null, at: now,
  }).execute()

/** @throws Refusal `bases.content-gone` when someone has removed it. */
export const contentOf = (draft: Draft, contentId: string): DraftContent => {
  const content = draft.contents.find(({ id }) => id === contentId)
  if (!content) throw new Refusal('bases.content-gone', {}, 409)
  return content
}

/** Somebody else has written this part since the person saw it: they are told, and what they typed comes back. */
export const checkVersion = (code: 'bases.content-stale' | 'bases.part-stale', current: number, seen: number) => {
  if (current !== seen) throw new Refusal(code, { version: current })
}
