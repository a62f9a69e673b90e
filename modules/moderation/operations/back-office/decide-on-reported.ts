import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { contentDecided } from '../../events.ts'
import { moderates, type Context } from '../../policy.ts'
import { decisions } from '../../reasons.ts'

/**
 * Decides: nothing is wrong, the author is asked to mend it, or it is hidden. The domain hides; the author is told why (Regulation (EU)
 * 2022/2065, art. 17). A later report opens the question again.
 */
export const decideOnReported = command({
  http: 'POST /back-office/reports/:subjectId/decisions',
  input: z.object({ subjectId: z.uuid(), decision: z.enum(decisions), reason: z.string().trim().min(1).max(1000) }),
  output: z.object({}),
  on: ({ db }: Context, { subjectId }) =>
    db.selectFrom('moderation.subject').selectAll().where('id', '=', subjectId).forUpdate().executeTakeFirst(),
  allow: moderates,
  versioned: true,
  when: ({ state }) => state === 'open' ? undefined : 'moderation.decided',
  run: async ({ db, actor, now, record }: Context, { decision, reason }, subject) => {
    const decisionId = v7()
    await db.insertInto('moderation.decision')
      .values({ id: decisionId, subject_id: subject.id, person_id: actor.id!, decision, reason, at: now }).execute()
    await db.updateTable('moderation.subject').set({ state: 'decided', version: subject.version + 1 }).where('id', '=', subject.id).execute()
    await record(contentDecided, { decisionId, kind: subject.kind, targetId: subject.target_id, decision })
    return {}
  },
})
