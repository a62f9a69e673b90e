import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { mailingOf } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { contentDecided } from './events.ts'
import type { Context, Tables } from './policy.ts'
import type { Decision } from './reasons.ts'
import { labelOf } from './reportable.ts'
import { fr, type Words } from './web/mails.fr.ts'
import { urls } from './web/routes.ts'

type Own = WorkerContext<Tables>

const decisionOf = ({ db }: Own, decisionId: string) => db.selectFrom('moderation.decision as decision')
  .innerJoin('moderation.subject as subject', 'subject.id', 'decision.subject_id').where('decision.id', '=', decisionId)
  .select(['decision.decision', 'decision.ground', 'decision.reason', 'decision.appeal_id', 'decision.at', 'subject.id as subject_id', 'subject.author_id',
    'subject.kind', 'subject.title', 'subject.href', 'subject.held_for']).executeTakeFirst()

/** Writes to somebody who still has an address. @returns the state of the mail, or `nobody`. */
const write = async (context: Own, personId: string | null | undefined, words: Words | undefined, href: string) => {
  const mailing = personId && words ? await mailingOf(context, personId) : undefined
  if (!mailing || !words) return { state: 'nobody' }
  const { subject, title, paragraphs, action } = words
  const letter = compose({ title, paragraphs, action: { label: action, href: mailSite().origin + href }, site: mailSite() })
  const { state } = await send(context, { to: mailing.email, kind: 'moderation.decision', subject, ...letter })
  return { state }
}

/** Tells the author what was decided and why, and how to appeal. That a report came to nothing is not told. */
export const tellAuthor = job({
  name: 'moderation.tell-author', payload: z.object({ decisionId: z.uuid() }), attempts: 6,
  run: async (context: Own, { decisionId }) => {
    const made = await decisionOf(context, decisionId)
    const words = made && fr.author({ ...made, decision: made.decision as Decision, label: labelOf(made.kind), onAppeal: made.appeal_id !== null })
    return write(context, made?.author_id, words, urls.mine())
  },
})

/** Tells somebody who reported what became of it, without who decided nor who had published. */
export const tellReporter = job({
  name: 'moderation.tell-reporter', payload: z.object({ decisionId: z.uuid(), reportId: z.uuid() }), attempts: 6,
  run: async (context: Own, { decisionId, reportId }) => {
    const made = await decisionOf(context, decisionId)
    const report = await context.db.selectFrom('moderation.report').select('person_id').where('id', '=', reportId).executeTakeFirst()
    return write(context, report?.person_id, made && fr.reporter(made.decision as Decision, labelOf(made.kind), made.title), made?.href ?? '/')
  },
})

/** Those whose report this decision answers: made since the one before. */
const answered = async ({ db }: Pick<Context, 'db'>, { subject_id, at }: { subject_id: string; at: string }) => db.selectFrom('moderation.report as report')
  .select('report.id').where('report.subject_id', '=', subject_id).where('report.at', '<=', at)
  .where((eb) => eb.not(eb.exists(eb.selectFrom('moderation.decision as earlier').select('earlier.id').where('earlier.subject_id', '=', subject_id)
    .whereRef('earlier.at', '>', 'report.at').where('earlier.at', '<', at)))).execute()

/** A letter to the author and, of a first decision, one to each of those who reported: each is a job of its own, sent once. */
export const mailDecision = reaction({
  name: 'moderation.mail-decision', to: contentDecided,
  run: async (context: Own, { decisionId }) => {
    const made = await decisionOf(context, decisionId)
    await context.enqueue(tellAuthor, { decisionId }, { key: `decision:${decisionId}` })
    if (!made || made.appeal_id !== null) return
    for (const { id } of await answered(context, made)) await context.enqueue(tellReporter, { decisionId, reportId: id }, { key: `decision:${decisionId}:${id}` })
  },
})
