import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { notify } from '#modules/notifications/api.ts'
import { contentDecided } from './events.ts'
import { decidedAgainst, decidedFor, improvementAsked, reportAnswered } from './notices.ts'
import type { Tables } from './policy.ts'
import { isDefect, type Decision } from './reasons.ts'

type Own = WorkerContext<Tables>

const decisionOf = ({ db }: Own, decisionId: string) => db.selectFrom('moderation.decision as decision')
  .innerJoin('moderation.subject as subject', 'subject.id', 'decision.subject_id').where('decision.id', '=', decisionId)
  .select(['decision.decision', 'decision.ground', 'decision.reason', 'decision.appeal_id', 'decision.at', 'subject.id as subject_id',
    'subject.author_id',
    'subject.kind', 'subject.title', 'subject.href', 'subject.held_for']).executeTakeFirst()

/** Those whose report this decision answers: made since the one before. */
const answered = async ({ db }: Own, { subject_id, at }: { subject_id: string; at: string }) => (await db.selectFrom('moderation.report as report')
  .select(['report.person_id', 'report.reason']).where('report.subject_id', '=', subject_id).where('report.at', '<=', at)
  .where((eb) => eb.not(eb.exists(eb.selectFrom('moderation.decision as earlier').select('earlier.id').where('earlier.subject_id', '=',
    subject_id)
    .whereRef('earlier.at', '>', 'report.at').where('earlier.at', '<', at)))).execute())

/**
 * The author is told what was decided and why, and how to appeal; of a first decision, those who reported are told what became of it. That
 * a report came to nothing is not told to the author.
 */
export const tellDecision = reaction({
  name: 'moderation.tell-decision', to: contentDecided,
  run: async (context: Own, { decisionId }) => {
    const row = await decisionOf(context, decisionId)
    if (!row) return
    const decision = row.decision as Decision
    const about = { kind: row.kind, title: row.title, decision }
    if (row.author_id && decision === 'ask' && isDefect(row.ground)) {
      const { ground, reason } = row
      await notify(context, { kind: improvementAsked, to: [row.author_id], key: decisionId, params: { ...about, ground, reason } })
    } else if (row.author_id && decision !== 'keep') {
      await notify(context, {
        kind: decision === 'release' ? decidedFor : decidedAgainst, to: [row.author_id], key: decisionId,
        params: { ...about, ground: row.ground, reason: row.reason, onAppeal: row.appeal_id !== null, wasHeld: row.held_for !== null },
      })
    }
    if (row.appeal_id !== null) return
    const reports = await answered(context, row)
    for (const wasDefect of [false, true]) {
      const to = reports.filter(({ reason }) => isDefect(reason) === wasDefect).flatMap(({ person_id }) => person_id ?? [])
      await notify(context, { kind: reportAnswered, to, key: decisionId, params: { ...about, href: row.href ?? '/', wasDefect } })
    }
  },
})
