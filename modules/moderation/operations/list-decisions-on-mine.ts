import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { decisions, isAppealable, isDefect, standings, type Decision } from '../reasons.ts'
import { labelOf } from '../reportable.ts'
import { appealDecision } from './appeal-decision.ts'

const MOST = 50

/**
 * What moderators decided of what one published, the newest first, and what waits to be read. Says neither who reported it nor who decided; a
 * report that came to nothing is not told.
 */
export const listDecisionsOnMine = query({
  http: 'GET /moderation/mine',
  input: z.object({}),
  output: z.object({
    subjects: z.array(z.object({
      id: z.uuid(), label: z.string(), title: z.string(), href: z.string(), standing: z.enum(standings), since: z.string(),
      decisions: z.array(z.object({
        id: z.uuid(), decision: z.enum(decisions), ground: z.string().nullable(), reason: z.string(), at: z.string(), onAppeal: z.boolean(),
        isDefect: z.boolean(), mayAppeal: z.boolean(), appeal: z.object({ words: z.string(), at: z.string() }).nullable(),
      })),
    })),
  }),
  allow: signedIn,
  // Of their own publications, the only ones that stand here.
  can: { appealDecision: { ...appealDecision, allow: signedIn } },
  confidential: true,
  run: async ({ db, actor }: Context) => {
    const subjects = await db.selectFrom('moderation.subject as subject').selectAll().where('subject.author_id', '=', actor.id!)
      .where((eb) => eb.or([eb('subject.standing', '=', 'held'), eb.exists(eb.selectFrom('moderation.decision as decision').select('decision.id')
        .whereRef('decision.subject_id', '=', 'subject.id').where('decision.decision', '<>', 'keep'))]))
      .orderBy((eb) => eb.fn.coalesce('subject.decided_at', 'subject.reported_at'), 'desc').orderBy('subject.id').limit(MOST).execute()
    if (subjects.length === 0) return { subjects: [] }
    const made = await db.selectFrom('moderation.decision as decision').leftJoin('moderation.appeal as appeal', 'appeal.decision_id', 'decision.id')
      .select(['decision.id', 'decision.subject_id', 'decision.decision', 'decision.ground', 'decision.reason', 'decision.at', 'decision.appeal_id',
        'appeal.words', 'appeal.at as appealed_at'])
      .where('decision.subject_id', 'in', subjects.map(({ id }) => id)).orderBy('decision.at', 'desc').orderBy('decision.id', 'desc').execute()
    return {
      subjects: subjects.map(({ id, kind, title, href, standing, decided_at, reported_at }) => ({
        id, label: labelOf(kind), title, href, standing: z.enum(standings).parse(standing), since: standing === 'held' ? reported_at : decided_at ?? reported_at,
        decisions: made.filter(({ subject_id }) => subject_id === id).map((one, place) => ({
          id: one.id, decision: z.enum(decisions).parse(one.decision), ground: one.ground, reason: one.reason, at: one.at, onAppeal: one.appeal_id !== null,
          isDefect: isDefect(one.ground),
          mayAppeal: place === 0 && one.appeal_id === null && one.words === null
            && isAppealable(one.decision as Decision, one.ground),
          appeal: one.words === null ? null : { words: one.words, at: one.appealed_at! },
        })).filter(({ decision }) => decision !== 'keep'),
      })),
    }
  },
})
