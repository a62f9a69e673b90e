import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { mailingOf } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { contentDecided } from './events.ts'
import type { Tables } from './policy.ts'
import { labelOf } from './reportable.ts'
import { fr } from './web/fr.ts'

/** Tells the author what was decided and why, when something is asked of them or was hidden. */
export const tellAuthor = job({
  name: 'moderation.tell-author',
  payload: z.object({ decisionId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext<Tables>, { decisionId }) => {
    const made = await context.db.selectFrom('moderation.decision as decision').innerJoin('moderation.subject as subject', 'subject.id', 'decision.subject_id')
      .where('decision.id', '=', decisionId).select(['decision.decision', 'decision.reason', 'subject.author_id', 'subject.kind', 'subject.title', 'subject.href'])
      .executeTakeFirst()
    if (!made?.author_id || made.decision === 'dismiss') return { state: 'nobody' }
    const mailing = await mailingOf(context, made.author_id)
    if (!mailing) return { state: 'nobody' }
    const site = mailSite()
    const { subject, title, paragraphs, action } = fr.mail(made.decision === 'hide', labelOf(made.kind), made.title, made.reason)
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + made.href }, site })
    const { state } = await send(context, { to: mailing.email, kind: 'moderation.decision', subject, ...letter })
    return { state }
  },
})

export const mailDecision = reaction({
  name: 'moderation.mail-decision', to: contentDecided,
  run: (context: WorkerContext, { decisionId }) => context.enqueue(tellAuthor, { decisionId }, { key: `decision:${decisionId}` }),
})
