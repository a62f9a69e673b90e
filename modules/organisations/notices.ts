import { z } from 'zod'
import { declareKind } from '#modules/notifications/api.ts'
import { notices } from './web/mails.fr.ts'
import { urls } from './web/routes.ts'

const organisation = z.object({ organisationId: z.uuid(), name: z.string() })

/** Told to those who manage the whole organisation. Its message stays on the page: others may read a mail. */
export const joinAsked = declareKind({
  code: 'organisations.join-asked', importance: 'normal', channels: { mail: 'at-once' }, params: organisation, ...notices.joinAsked,
  href: ({ organisationId }) => urls.requests(organisationId),
})

/** Told to who invited, with the name of who came. */
export const invitationTaken = declareKind({
  code: 'organisations.invitation-accepted', importance: 'normal', channels: { mail: 'daily' }, params: organisation,
    ...notices.invitationTaken,
  href: ({ organisationId }) => urls.people(organisationId),
})

/** Told to who administers an organisation that nobody will after a day that comes. */
export const lastAdministrator = declareKind({
  code: 'organisations.last-administrator', importance: 'normal', channels: { mail: 'at-once', push: true },
  params: organisation.extend({ lastDay: z.iso.date() }), ...notices.lastAdministrator,
    href: ({ organisationId }) => urls.people(organisationId),
})

/** Told to whoever asked. The reason is on the page and not in the mail. */
export const joinAnswered = declareKind({
  code: 'organisations.join-answered', importance: 'normal', channels: { mail: 'at-once' }, params: organisation.extend({ accepted: z.boolean() }),
  ...notices.joinAnswered, href: () => urls.mine(),
})
