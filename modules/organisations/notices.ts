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

/** Told to whoever asked. The reason is on the page and not in the mail. */
export const joinAnswered = declareKind({
  code: 'organisations.join-answered', importance: 'normal', channels: { mail: 'at-once' }, params: organisation.extend({ accepted: z.boolean() }),
  ...notices.joinAnswered, href: () => urls.mine(),
})
