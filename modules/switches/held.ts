import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { v7 } from '#kernel/id.ts'
import type { Context } from './policy.ts'
import type { Off } from './reading.ts'

/** What waits: the domain keeps the thing, this keeps that it waits and for what. */
export interface Held { readonly id: string; readonly subjectId: string; readonly personId: string | null }

/**
 * Notes that something waits until this is lifted. The domain keeps it, tells whoever wrote it that it waits, and at `switchLifted` sends
 * it or gives it back. Twice is once; another switch may take over.
 */
export const hold = async (context: KernelContext, off: Pick<Off, 'switchId'>, { kind, id,
  personId }: { kind: string; id: string; personId?: string }): Promise<void> => {
  const { db, actor, now } = context as Context
  await db.insertInto('switches.held').values({
    id: v7(), switch_id: off.switchId, kind, subject_id: id, person_id: personId ?? actor.id ?? null, at: now,
  }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** What waited for this switch, the first written first: for a job of the domain, in batches, until there is none. */
export const heldBy = async (context: KernelContext, switchId: string, kind: string, limit = 100): Promise<Held[]> => {
  const rows = await (context as Context).db.selectFrom('switches.held').select(['id', 'subject_id', 'person_id'])
    .where('switch_id', '=', switchId).where('kind', '=', kind).orderBy('id').limit(limit).forUpdate().skipLocked().execute()
  return rows.map((row) => ({ id: row.id, subjectId: row.subject_id, personId: row.person_id }))
}

/** These wait no more: they were sent, given back, or taken away by whoever wrote them. */
export const release = async (context: KernelContext, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await (context as Context).db.deleteFrom('switches.held').where('id', 'in', [...ids]).execute()
}

/** The same by what waited, for whoever takes back what they wrote. */
export const releaseSubject = async (context: KernelContext, kind: string, subjectId: string): Promise<void> => {
  await (context as Context).db.deleteFrom('switches.held').where('kind', '=', kind).where('subject_id', '=', subjectId).execute()
}
