import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { personRestored, personSuspended } from '#modules/identity/events.ts'
import { invitationAsked, joinDecided, joinRequested } from './events.ts'
import { sendDecision, sendInvitation, tellRequest } from './jobs.ts'
import type { Tables } from './policy.ts'

type Worker = WorkerContext<Tables>

const mailInvitation = reaction({
  name: 'organisations.mail-invitation',
  to: invitationAsked,
  run: (context: Worker, { invitationId }) => context.enqueue(sendInvitation, { invitationId }, { key: `invitation:${invitationId}` }),
})

/** To those who manage the whole organisation; few, so that a request is somebody's. */
const MOST = 10

const mailRequest = reaction({
  name: 'organisations.mail-request',
  to: joinRequested,
  run: async (context: Worker, { organisationId, requestId }) => {
    const managers = await context.db.selectFrom('organisations.grant').select('person_id').distinct().where('scope', '=', 'organisation')
      .where('id', '=', organisationId).where('role', '=', 'structure-manager').limit(MOST).execute()
    for (const { person_id: personId } of managers) {
      await context.enqueue(tellRequest, { requestId, personId }, { key: `request:${requestId}:${personId}` })
    }
  },
})

const mailDecision = reaction({
  name: 'organisations.mail-decision',
  to: joinDecided,
  run: (context: Worker, { requestId }) => context.enqueue(sendDecision, { requestId }, { key: `decision:${requestId}` }),
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

export const reactions = [mailInvitation, mailRequest, mailDecision, setAside, takeBack]
