import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { compose, mailSite, send } from '#modules/mail/api.ts'
import { identityLinked, passkeyAdded } from '../events.ts'
import type { Tables } from '../policy.ts'
import { urls } from '../web/routes.ts'
import { fr } from '../web/ways-fr.ts'
import { providerOf } from './provider.ts'

type Context = WorkerContext<Tables>

/** What the mail names: the passkey, or the provider of the identity; nothing when it is gone again. */
const wayOf = async ({ db }: Context, { identityId, passkeyId }: { identityId?: string, passkeyId?: string }) => {
  const words = fr.wayMail('')
  if (passkeyId) {
    const passkey = await db.selectFrom('identity.passkey').select('name').where('id', '=', passkeyId).executeTakeFirst()
    return passkey && words.passkey(passkey.name)
  }
  const identity = await db.selectFrom('identity.external_identifier').select(['provider', 'issuer']).where('id', '=', identityId ?? null)
    .where('valid_to', 'is', null).executeTakeFirst()
  return identity && words.identity(providerOf(identity.provider ?? '')?.label ?? new URL(identity.issuer).hostname)
}

/** Tells the person, at the address that they proved, that something more opens their account: who did not add it learns it at once. */
export const sendNewWay = job({
  name: 'identity.send-new-way',
  payload: z.object({ personId: z.uuid(), identityId: z.uuid().optional(), passkeyId: z.uuid().optional() }),
  attempts: 6,
  run: async (context: Context, { personId, ...way }) => {
    const address = await context.db.selectFrom('identity.address').select('email').where('person_id', '=', personId)
      .where('verified_at', 'is not', null).orderBy('is_primary', 'desc').executeTakeFirst()
    const what = await wayOf(context, way)
    if (!address || !what) return { state: 'nobody' }
    const site = mailSite()
    const { subject, title, paragraphs, action } = fr.wayMail(site.name)
    const letter = compose({ title, paragraphs: paragraphs(what), action: { label: action, href: site.origin + urls.identities() }, site })
    const { state } = await send(context, { to: address.email, kind: 'identity.new-way', subject, ...letter })
    return { state }
  },
})

export const mailLinkedIdentity = reaction({
  name: 'identity.mail-linked-identity', to: identityLinked,
  run: (context: WorkerContext, { personId, identityId }) => context.enqueue(sendNewWay, { personId, identityId },
    { key: `new-way:${identityId}` }),
})

export const mailAddedPasskey = reaction({
  name: 'identity.mail-added-passkey', to: passkeyAdded,
  run: (context: WorkerContext, { personId, passkeyId }) => context.enqueue(sendNewWay, { personId, passkeyId },
    { key: `new-way:${passkeyId}` }),
})

/** Each hour: what was kept for a browser that never came back. It holds names and tokens, for minutes and not for days. */
export const pruneProviders = job({
  name: 'identity.prune-providers',
  payload: z.object({}).loose(),
  schedule: '7 * * * *',
  run: async ({ db, now }: Context) => {
    const requests = await db.deleteFrom('identity.authorization_request').where('expires_at', '<', now).executeTakeFirstOrThrow()
    const proposals = await db.deleteFrom('identity.proposal')
      .where((eb) => eb.or([eb('expires_at', '<', now), eb('settled_at', 'is not', null)])).executeTakeFirstOrThrow()
    const challenges = await db.deleteFrom('identity.passkey_challenge').where('expires_at', '<', now).executeTakeFirstOrThrow()
    return { requests: Number(requests.numDeletedRows), proposals: Number(proposals.numDeletedRows),
      challenges: Number(challenges.numDeletedRows) }
  },
})
