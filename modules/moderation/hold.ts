import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { contentHeld } from './events.ts'
import type { Context } from './policy.ts'

export interface Held {
  /** As it is declared to `declareReportable`, and its key there. */
  readonly kind: string
  readonly targetId: string
  readonly title: string
  readonly href: string
  readonly authorId: string
  /** Why nobody else sees it yet. */
  readonly reason: 'spam'
}

/**
 * Puts something in the moderators' queue before it is shown, in the command that would have shown it: the caller keeps it from others, and
 * listens to `contentDecided` to show it (`release`) or not.
 */
export const hold = async (context: KernelContext, { kind, targetId, title, href, authorId, reason }: Held): Promise<void> => {
  const { db, now, record } = context as Context
  const shown = { title: title.slice(0, 300), href, state: 'open', standing: 'held', held_for: reason, concern: 'offence', reported_at: now }
  const { id } = await db.insertInto('moderation.subject').values({ id: v7(), kind, target_id: targetId, author_id: authorId, ...shown })
    .onConflict((one) => one.columns(['kind', 'target_id']).doUpdateSet({ ...shown, version: sql<number>`subject.version + 1` }))
    .returning('id').executeTakeFirstOrThrow()
  await record(contentHeld, { subjectId: id })
}
