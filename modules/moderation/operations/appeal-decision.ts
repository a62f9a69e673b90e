import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { allOf, inPerson, owns } from '#kernel/operation/rule.ts'
import { decisionAppealed } from '../events.ts'
import type { Context } from '../policy.ts'
import { isAppealable, type Decision } from '../reasons.ts'

/** The author says why a decision should fall. Once, of the last decision: another moderator judges. */
export const appealDecision = command({
  http: 'POST /moderation/decisions/:decisionId/appeal',
  input: z.object({ decisionId: z.uuid(), words: z.string().trim().min(1).max(2000) }),
  output: z.object({}),
  on: async ({ db, actor }: Context, { decisionId }) => {
    const subject = await db.selectFrom('moderation.subject as subject').selectAll()
      .where('subject.author_id', '=', actor.id ?? null)
      .where('subject.id', 'in', (eb) => eb.selectFrom('moderation.decision').select('subject_id').where('id', '=', decisionId))
      .forUpdate().executeTakeFirst()
    const last = subject && await db.selectFrom('moderation.decision').select(['id', 'decision', 'ground', 'appeal_id']).where('subject_id', '=', subject.id)
      .orderBy('at', 'desc').orderBy('id', 'desc').executeTakeFirst()
    return subject && { ...subject, last }
  },
  allow: allOf(inPerson, owns('author_id')),
  when: ({ state, last }, { decisionId }) => {
    if (state === 'appealed' && last?.id === decisionId) return 'moderation.already-appealed'
    return last?.id === decisionId && last.appeal_id === null && isAppealable(last.decision as Decision, last.ground) ? undefined : 'moderation.not-appealable'
  },
  run: async ({ db, actor, now, record }: Context, { decisionId, words }, subject) => {
    await db.insertInto('moderation.appeal').values({ id: v7(), subject_id: subject.id, decision_id: decisionId, person_id: actor.id!, words, at: now }).execute()
    await db.updateTable('moderation.subject').set({ state: 'appealed', version: subject.version + 1 }).where('id', '=', subject.id).execute()
    await record(decisionAppealed, { subjectId: subject.id })
    return {}
  },
})
