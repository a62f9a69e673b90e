import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { contentDecided } from '../events.ts'
import { backOffice, judges, portal, subjectWithAppeal, type Context, type Door } from '../policy.ts'
import { standingAfter, type Decision } from '../reasons.ts'

/**
 * Answers an author who does not agree: the decision stays, or it falls and the thing is shown again. By somebody else than who decided
 * (Regulation (EU) 2022/2065, art. 20), and for good.
 */
const at = (door: Door) => command({
  http: `POST ${door.path}/:subjectId/judgements`,
  input: z.object({ subjectId: z.uuid(), outcome: z.enum(['upheld', 'overturned']), reason: z.string().trim().min(1).max(1000) }),
  output: z.object({}),
  on: (context: Context, { subjectId }) => subjectWithAppeal(context, subjectId).forUpdate('subject').executeTakeFirst(),
  allow: judges(door),
  versioned: true,
  when: ({ state }) => state === 'appealed' ? undefined : 'moderation.judged',
  run: async ({ db, actor, now, record }: Context, { outcome, reason }, { id, version, kind, target_id, appeal_id, first_decision, first_ground }) => {
    const decision = outcome === 'overturned' ? 'release' : first_decision as Decision
    const decisionId = v7()
    await db.insertInto('moderation.decision').values({
      id: decisionId, subject_id: id, person_id: actor.id!, decision, ground: outcome === 'upheld' ? first_ground : null, reason, appeal_id, at: now,
    }).execute()
    await db.updateTable('moderation.subject').set({ state: 'decided', standing: standingAfter(decision), decided_at: now, version: version + 1 })
      .where('id', '=', id).execute()
    await record(contentDecided, { decisionId, kind, targetId: target_id, decision })
    return {}
  },
})

export const judgeAppeal = at(portal)
export const judgeAppealAsStaff = at(backOffice)
