import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { impersonationAsked, personInvited } from './events.ts'
import { stateOf } from './impersonation/state.ts'
import type { Tables } from './policy.ts'
import { hashOf, newToken } from './token.ts'
import { fr } from './web/acting-fr.ts'
import { urls } from './web/routes.ts'

/** Sends the mail of an invitation; its link is one to sign in, which proves the address. */
export const sendInvitation = job({
  name: 'identity.send-invitation',
  payload: z.object({ linkId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext<Tables>, { linkId }) => {
    const { db, now } = context
    const link = await db.selectFrom('identity.sign_in_link').select(['email', 'used_at', 'expires_at']).where('id', '=', linkId).executeTakeFirst()
    if (!link || link.used_at || link.expires_at <= now) return { state: 'late' }
    const token = newToken()
    await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: linkId }).execute()
    const site = mailSite()
    const { subject, title, paragraphs, action } = fr.invitation(site.name)
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + urls.link(token) }, site })
    const { state } = await send(context, { to: link.email, kind: 'identity.invitation', subject, ...letter })
    return { state }
  },
})

/** Tells a person that somebody asks to act in their place. */
export const sendImpersonationRequest = job({
  name: 'identity.send-impersonation-request',
  payload: z.object({ impersonationId: z.uuid() }),
  attempts: 6,
  run: async (context: WorkerContext<Tables>, { impersonationId }) => {
    const { db, now } = context
    const one = await db.selectFrom('identity.impersonation as one').innerJoin('identity.card as card', 'card.id', 'one.by_person_id')
      .innerJoin('identity.address as address', (join) => join.onRef('address.person_id', '=', 'one.person_id'))
      .where('address.verified_at', 'is not', null).where('one.id', '=', impersonationId).selectAll('one').select(['card.name', 'address.email'])
      .orderBy('address.is_primary', 'desc').executeTakeFirst()
    if (!one || stateOf(one, now) !== 'asked') return { state: 'late' }
    const site = mailSite()
    const { subject, title, paragraphs, action } = fr.mail(site.name, one.name ?? fr.someone, one.reason)
    const letter = compose({ title, paragraphs, action: { label: action, href: site.origin + urls.acting() }, site })
    const { state } = await send(context, { to: one.email, kind: 'identity.impersonation-request', subject, ...letter })
    return { state }
  },
})

export const mailInvitation = reaction({
  name: 'identity.mail-invitation', to: personInvited,
  run: (context: WorkerContext, { linkId }) => context.enqueue(sendInvitation, { linkId }, { key: `invitation:${linkId}` }),
})

export const mailImpersonationRequest = reaction({
  name: 'identity.mail-impersonation-request', to: impersonationAsked,
  run: (context: WorkerContext, { impersonationId }) =>
    context.enqueue(sendImpersonationRequest, { impersonationId }, { key: `impersonation:${impersonationId}` }),
})
