import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { mailingOf } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { replyAnswered } from '../events.ts'
import { forgetReplies } from './address.ts'
import type { Tables } from '../policy.ts'
import { fr as pages } from '../web/fr.ts'
import { fr as held } from '../web/held.fr.ts'
import { fr } from '../web/replies.fr.ts'
import { urls } from '../web/routes.ts'

type Worker = WorkerContext<Tables>

const sentenceOf = (code: string, files: number): string => {
  if (code === 'messaging.files-left-out') return fr.leftOut(files)
  return fr.refusals[code] ?? held.refusals[code] ?? pages.refusals[code] ?? fr.otherwise
}

/** Tells somebody, at an address that they proved, what became of the mail that they sent. */
export const answerReply = job({
  name: 'messaging.answer-reply', attempts: 6,
  payload: z.object({ answerId: z.uuid(), personId: z.uuid(), conversationId: z.uuid(), code: z.string(), files: z.int() }),
  run: async (context: Worker, { answerId, personId, conversationId, code, files }) => {
    const mailing = await mailingOf(context, personId)
    if (!mailing) return { state: 'nobody' }
    const [site, title] = [mailSite(), code === 'messaging.files-left-out' ? fr.titleLeftOut : fr.title]
    const letter = compose({
      title, paragraphs: [sentenceOf(code, files)], action: { label: fr.open, href: site.origin + urls.conversation(conversationId) }, site,
    })
    const { state } = await send(context, {
      id: answerId, to: mailing.email, personId, kind: 'messaging.reply-answer', subject: title, insists: false, ...letter,
    })
    return { state }
  },
})

export const answerReplies = reaction({
  name: 'messaging.answer-replies', to: replyAnswered,
  run: async (context: Worker, data) => { await context.enqueue(answerReply, data, { key: `reply-answer:${data.answerId}` }) },
})

/** Each night. */
export const pruneReplies = job({
  name: 'messaging.prune-replies', payload: z.object({}).loose(), schedule: '53 1 * * *', run: (context: Worker) => forgetReplies(context),
})
