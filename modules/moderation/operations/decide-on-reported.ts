import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { readAbout } from '#modules/notifications/api.ts'
import { contentDecided } from '../events.ts'
import { halfOfQueue } from '../notices.ts'
import { backOffice, decides, portal, type Context, type Door } from '../policy.ts'
import { adverse, choicesFor, decisions, mayStandOn, reasons, standingAfter, type Concern, type Standing } from '../reasons.ts'

/** The ground is chosen from the list for what takes something from the author. */
const input = z.object({ subjectId: z.uuid(), decision: z.enum(decisions), ground: z.enum(reasons).nullish(), reason: z.string().trim().min(1).max(1000) })
  .refine(({ decision, ground }) => ground || !adverse.includes(decision), { path: ['ground'] })

/**
 * Decides of what was reported or held: nothing is wrong, the author is asked to mend it, it is hidden, deleted, or shown at last. The domain
 * carries it out; the author is told why (Regulation (EU) 2022/2065, art. 17) and those who reported it what became of it (art. 16 §5). A
 * later report opens the question again.
 */
const at = (door: Door) => command({
  http: `POST ${door.path}/:subjectId/decisions`,
  input,
  output: z.object({}),
  on: ({ db }: Context, { subjectId }) =>
    db.selectFrom('moderation.subject').selectAll().where('id', '=', subjectId).forUpdate().executeTakeFirst(),
  allow: decides(door),
  versioned: true,
  when: ({ state, standing }, { decision, ground }) => state !== 'open' ? 'moderation.decided'
    : !choicesFor(standing as Standing).includes(decision) ? 'moderation.not-this-decision'
      : ground && adverse.includes(decision) && !mayStandOn(decision, ground) ? 'moderation.too-much' : undefined,
  run: async (context: Context, { decision, ground, reason }, subject) => {
    const { db, actor, now, record } = context
    const decisionId = v7()
    await db.insertInto('moderation.decision').values({
      id: decisionId, subject_id: subject.id, person_id: actor.id!, decision, ground: adverse.includes(decision) ? ground : null, reason, at: now,
    }).execute()
    await db.updateTable('moderation.subject')
      .set({ state: 'decided', standing: standingAfter(decision), decided_at: now, version: subject.version + 1 }).where('id', '=', subject.id).execute()
    await record(contentDecided, { decisionId, kind: subject.kind, targetId: subject.target_id, decision })
    // Whoever decides in the queue has seen what waits there; administrators are told nothing of it, and have a counter.
    if (door === portal) await readAbout(context, halfOfQueue(subject.concern as Concern))
    return {}
  },
})

export const decideOnReported = at(portal)
export const decideOnReportedAsStaff = at(backOffice)
