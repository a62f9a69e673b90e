import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { invitationSent } from '../events.ts'
import { invitationState } from './invitations.ts'
import { DAY } from '../limits.ts'
import { offerOf } from './offers.ts'
import type { Tables } from '../policy.ts'
import { fr } from '../web/joining.fr.ts'
import { urls } from '../web/routes.ts'

type Worker = WorkerContext<Tables>

/**
 * Sends an invitation to an address. The secret is made here and goes to the mail alone; a try after a failure makes another, and each of
 * them opens the invitation until it is answered.
 */
export const sendInvitation = job({
  name: 'bases.send-invitation', payload: z.object({ invitationId: z.uuid() }), attempts: 6,
  run: async (context: Worker, { invitationId }) => {
    const { db, now } = context
    const row = await db.selectFrom('bases.invitation').selectAll().where('id', '=', invitationId).executeTakeFirst()
    const offer = row && await offerOf(context, row)
    if (!row?.email || !offer || invitationState(row, now) !== 'pending') return { state: 'late' }
    const secret = newToken()
    await db.insertInto('bases.invitation_token').values({ token_hash: hashOf(secret), invitation_id: row.id }).execute()
    const site = mailSite()
    const { subject, title, paragraphs, action } = fr.mails.invitation({ ...offer, inviter: offer.invitedBy, site: site.name, until: offer.expiresAt })
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + urls.invitation(row.id, secret) }, site })
    const { state } = await send(context, { to: row.email, kind: 'bases.invitation', subject, ...letter })
    return { state }
  },
})

export const mailInvitation = reaction({
  name: 'bases.mail-invitation', to: invitationSent,
  run: async (context: Worker, { invitationId }) => {
    const row = await context.db.selectFrom('bases.invitation').select('email').where('id', '=', invitationId).executeTakeFirst()
    if (row?.email) await context.enqueue(sendInvitation, { invitationId }, { key: `base-invitation:${invitationId}` })
  },
})

/** Days after which an invitation that ended, and so the address of who did not answer, and a request that was answered are forgotten. */
const KEPT_DAYS = 30

/** Each night. */
export const pruneInvitations = job({
  name: 'bases.prune-invitations', payload: z.object({}).loose(), schedule: '38 2 * * *',
  run: async ({ db, now }: Worker) => {
    const before = new Date(Date.parse(now) - KEPT_DAYS * DAY).toISOString()
    const invitations = await db.deleteFrom('bases.invitation')
      .where((eb) => eb.or([eb('expires_at', '<', before), eb('answered_at', '<', before)])).executeTakeFirstOrThrow()
    const requests = await db.deleteFrom('bases.join_request').where('decided_at', '<', before).executeTakeFirstOrThrow()
    return { invitations: Number(invitations.numDeletedRows), requests: Number(requests.numDeletedRows) }
  },
})
