import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { hashOf, mailingOf, newToken } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { letterOf, monthOf } from './letter.ts'
import type { Tables } from '../policy.ts'
import { fr } from '../web/letter.fr.ts'
import { urls } from '../web/routes.ts'

type Worker = JobContext<Tables>

/**
 * Takes the letter of a month for a person, so that no other job sends it. The secret that stops them is new at each try, since it is kept
 * nowhere: the letter that leaves is the last. @returns nothing once it left, or when the person no longer agrees.
 */
const claim = (context: Worker, personId: string, month: string) => context.transaction(async ({ db, now }) => {
  const agreed = await db.selectFrom('bases.preference').select('person_id').where('person_id', '=', personId)
    .where('letter_agreed_at', 'is not', null).forShare().executeTakeFirst()
  if (!agreed) return undefined
  const token = newToken()
  const row = await db.insertInto('bases.letter')
    .values({ person_id: personId, month, mail_id: v7(), token_hash: hashOf(token), claimed_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'month']).doUpdateSet({ token_hash: hashOf(token), claimed_at: now })
      .where('bases.letter.sent_at', 'is', null))
    .returning('mail_id').executeTakeFirst()
  return row && { mailId: row.mail_id, token }
})

/** Sends a person the letter of a month, once. A doubt is not sent again: a letter that is missing is better than two. */
export const sendLetter = job({
  name: 'bases.send-letter', payload: z.object({ personId: z.uuid(), month: z.iso.date() }), attempts: 6,
  run: async (context: Worker, { personId, month }) => {
    const to = await mailingOf(context, personId)
    const content = await letterOf(context, personId, month)
    if (!to || content.count === 0) return { state: to ? 'nothing' : 'nobody' }
    const claimed = await claim(context, personId, month)
    if (!claimed) return { state: 'done' }
    const site = mailSite()
    const { subject, title, paragraphs, action, preferences, stop } = fr.mail(content)
    const away = site.origin + urls.stopLetter(claimed.token)
    const { html, text } = compose({
      title, paragraphs, site,
      lines: content.lines.map((line) => ({ title: line.title, body: fr.because(line), href: site.origin + urls.resource(line.slug) })),
      action: { label: action, href: site.origin + urls.myFeed() },
      ways: [{ label: preferences, href: site.origin + urls.preferences() }, { label: stop, href: away }],
    })
    const { state } = await send(context, {
      id: claimed.mailId, to: to.email, personId, kind: 'bases.letter', subject, html, text, insists: false, unsubscribe: away,
    })
    await context.db.updateTable('bases.letter').set({ sent_at: context.now }).where('person_id', '=', personId).where('month', '=', month).execute()
    return { state }
  },
})

/** The first of each month: the letter of the month that ended, to each person who agreed to it. */
export const sendLetters = job({
  name: 'bases.send-letters', payload: z.object({}).loose(), schedule: '0 7 1 * *',
  run: async ({ db, now, enqueue }: Worker) => {
    const month = monthOf(now, -1)
    const people = await db.selectFrom('bases.preference').select('person_id').where('letter_agreed_at', 'is not', null).orderBy('person_id').execute()
    for (const { person_id: personId } of people) await enqueue(sendLetter, { personId, month }, { key: `letter:${month}:${personId}` })
    return { people: people.length }
  },
})
