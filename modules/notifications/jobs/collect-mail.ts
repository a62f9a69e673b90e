import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { hashOf, mailingOf, newToken } from '#modules/identity/api.ts'
import { mailSite, send } from '#modules/mail/api.ts'
import { isClosed } from '../closed.ts'
import { letterOf } from '../letter.ts'
import { replyToOf } from '../reply-to.ts'
import type { Tables } from '../policy.ts'
import { told } from '../told.ts'

type Context = JobContext<Tables>

/**
 * Writes the mail of what was claimed for it. The mail carries the letter's identifier, so the capability that sends knows whether it left:
 * after a doubt only what is critical is sent again.
 */
export const sendLetter = job({
  name: 'notifications.send-letter',
  payload: z.object({ letterId: z.uuid() }),
  attempts: 6,
  run: async (context: Context, { letterId }) => {
    const { db } = context
    const letter = await db.selectFrom('notifications.letter').selectAll().where('id', '=', letterId).executeTakeFirst()
    const rows = letter ? await db.selectFrom('notifications.notification as one')
      .leftJoin('notifications.cause as cause', 'cause.notification_id', 'one.id')
      .leftJoin('identity.card as card', 'card.id', 'cause.person_id').selectAll('one').select('card.name as by_name')
      .where('one.letter_id', '=', letterId).orderBy('one.at', 'desc').orderBy('one.id', 'desc').execute() : []
    const mailing = letter && await mailingOf(context, letter.person_id)
    if (!letter || !mailing || rows.length === 0) return { state: 'nobody' }
    const lines = rows.map((row) => told(row, row.by_name))
    const token = letter.kinds.length > 0 ? newToken() : undefined
    if (token) await db.insertInto('notifications.unsubscription').values({ token_hash: hashOf(token), letter_id: letterId }).execute()
    const replyTo = await replyToOf(context, letter.person_id, rows)
    const { state } = await send(context, {
      replyTo, id: letterId, to: mailing.email, personId: letter.person_id,
      kind: letter.is_digest ? 'notifications.digest' : 'notifications.at-once',
      insists: rows.some((row) => row.is_critical),
      ...letterOf({ lines, canReply: replyTo !== undefined, isDigest: letter.is_digest, token, site: mailSite() }),
    })
    return { state, notifications: rows.length }
  },
})

/**
 * Claims all that a person is to learn by mail now and orders the mail, together or not at all: however often this runs, each line leaves in
 * one mail, once. What they read meanwhile stays out of it, unless it is critical.
 */
export const collectMail = job({
  name: 'notifications.collect-mail',
  payload: z.object({ personId: z.uuid() }),
  run: (context: Context, { personId }) => context.transaction(async (tx) => {
    const { db, now, enqueue } = tx
    const due = await db.selectFrom('notifications.notification').select(['id', 'kind', 'read_at', 'is_critical', 'mail_pace'])
      .where('person_id', '=', personId).where('mail_at', '<=', now).orderBy('id').forUpdate().execute()
    // While notifications are switched off for them, what is not critical stays due.
    const settled = due.length > 0 && await isClosed(tx, personId) ? due.filter((one) => one.is_critical) : due
    const chosen = settled.filter((one) => one.read_at === null || one.is_critical)
    // What is critical has a mail of its own, that says all that there is to say; the rest leaves together.
    const letters = [...chosen.filter((one) => one.is_critical).map((one) => [one]), chosen.filter((one) => !one.is_critical)]
    for (const lines of letters.filter(({ length }) => length > 0)) {
      const letterId = v7()
      const isDigest = lines.every((one) => one.mail_pace !== 'at-once')
      const kinds = [...new Set(lines.filter((one) => !one.is_critical).map((one) => one.kind))]
      await db.insertInto('notifications.letter').values({ id: letterId, person_id: personId, is_digest: isDigest, kinds, at: now }).execute()
      await db.updateTable('notifications.notification').set({ mail_at: null, mailed_at: now, letter_id: letterId })
        .where('id', 'in', lines.map((one) => one.id)).execute()
      await enqueue(sendLetter, { letterId }, { key: `letter:${letterId}` })
    }
    const left = settled.filter((one) => !chosen.includes(one)).map((one) => one.id)
    if (left.length > 0) await db.updateTable('notifications.notification').set({ mail_at: null }).where('id', 'in', left).execute()
    return { notifications: chosen.length }
  }),
})
