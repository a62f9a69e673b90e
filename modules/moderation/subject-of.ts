import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

interface Subject { kind: string; targetId: string; authorId: string | null }

/** What was reported or held, for a reaction of the domain that has it: never who reported it, nor why. */
export const subjectOf = async (context: KernelContext, subjectId: string): Promise<Subject | undefined> => {
  const row = await (context as Context).db.selectFrom('moderation.subject').select(['kind', 'target_id', 'author_id'])
    .where('id', '=', subjectId).executeTakeFirst()
  return row && { kind: row.kind, targetId: row.target_id, authorId: row.author_id }
}
