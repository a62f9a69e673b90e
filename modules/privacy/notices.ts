import { z } from 'zod'
import { declareKind } from '#modules/notifications/api.ts'
import { notices } from './web/notices.fr.ts'
import { urls } from './web/routes.ts'

/** The day of the deletion, in the person's own time zone. */
const params = z.object({ on: z.iso.datetime(), timeZone: z.string() })
// Nobody may lose their account without having been told: on screen and by mail at once, whatever they chose.
const common = { importance: 'critical', channels: { mail: 'at-once', push: true }, params, family: notices.family,
  href: () => urls.data() } as const

/** What somebody who asked to leave is told while they have an account. What comes after it is a letter (letters.ts). */
export const deletionKinds = {
  asked: declareKind({ ...common, code: 'privacy.deletion-asked', ...notices.asked }),
  soon: declareKind({ ...common, code: 'privacy.deletion-soon', ...notices.soon }),
  cancelled: declareKind({ ...common, code: 'privacy.deletion-cancelled', ...notices.cancelled }),
}
