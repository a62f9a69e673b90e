import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { personRestored, personSuspended } from '#modules/identity/events.ts'
import { notify } from '#modules/notifications/api.ts'
import { invitationAccepted, invitationAsked, joinDecided, joinRequested } from './events.ts'
import { sendInvitation } from './jobs.ts'
import { invitationTaken, joinAnswered, joinAsked } from './notices.ts'
import type { Tables } from './policy.ts'

type Worker = WorkerContext<Tables>

const mailInvitation = reaction({
  name: 'organisations.mail-invitation',
  to: invitationAsked,
  run: (context: Worker, { invitationId }) => context.enqueue(sendInvitation, { invitationId }, { key: `invitation:${invitationId}` }),
})

/** To those who manage the whole organisation; few, so that a request is somebody's. */
const MOST = 10

const nameOf = async ({ db }: Worker, id: string) =>
  (await db.selectFrom('organisations.card').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name

const tellRequest = reaction({
  name: 'organisations.tell-request',
  to: joinRequested,
  run: async (context: Worker, { organisationId, requestId }) => {
    const managers = await context.db.selectFrom('organisations.grant').select('person_id').distinct().where('scope', '=', 'organisation')
      .where('id', '=', organisationId).where('role', '=', 'structure-manager').limit(MOST).execute()
    const request = await context.db.selectFrom('organisations.join_request').select('state').where('id', '=', requestId).executeTakeFirst()
    if (request?.state !== 'pending') return
    await notify(context, {
      kind: joinAsked, to: managers.flatMap((one) => one.person_id ?? []), params: { organisationId, name: await nameOf(context, organisationId) },
      about: { kind: 'organisations.organisation', id: organisationId }, key: requestId,
    })
  },
})

const tellDecision = reaction({
  name: 'organisations.tell-decision',
  to: joinDecided,
  run: async (context: Worker, { organisationId, requestId }) => {
    const request = await context.db.selectFrom('organisations.join_request').select(['state', 'person_id']).where('id', '=', requestId).executeTakeFirst()
    if (!request) return
    const params = { organisationId, name: await nameOf(context, organisationId), accepted: request.state === 'accepted' }
    await notify(context, { kind: joinAnswered, to: [request.person_id], params, key: requestId })
  },
})

/** Who invited learns who came; the platform's own invitations have nobody to tell. */
const tellAcceptance = reaction({
  name: 'organisations.tell-acceptance',
  to: invitationAccepted,
  run: async (context: Worker, { organisationId, invitationId }) => {
    const invitation = await context.db.selectFrom('organisations.invitation').select(['invited_by', 'accepted_by']).where('id', '=',
      invitationId)
      .executeTakeFirst()
    if (!invitation?.invited_by) return
    await notify(context, {
      kind: invitationTaken, to: [invitation.invited_by], by: invitation.accepted_by ?? undefined, key: invitationId,
      params: { organisationId, name: await nameOf(context, organisationId) },
        about: { kind: 'organisations.organisation', id: organisationId },
    })
  },
})

/** They administer nothing while they cannot come in. */
export const setAside = reaction({
  name: 'organisations.set-aside-suspended',
  to: personSuspended,
  run: async ({ db }: Worker, { personId }) => {
    await db.insertInto('organisations.suspended_person').values({ person_id: personId }).onConflict((conflict) => conflict.doNothing())
      .execute()
  },
})

export const takeBack = reaction({
  name: 'organisations.take-back-restored',
  to: personRestored,
  run: async ({ db }: Worker, { personId }) => {
    await db.deleteFrom('organisations.suspended_person').where('person_id', '=', personId).execute()
  },
})

export const reactions = [mailInvitation, tellRequest, tellDecision, tellAcceptance, setAside, takeBack]
