import { z } from 'zod'
import { declareKind, type Kind } from './kinds.ts'
import { fr } from './web/situations.fr.ts'

/** The domain that has the situation: its code (`portfolio.activity-starts`), and where one leads. */
interface Hook { readonly code: string; readonly href: (params: { id: string }) => string }

/** `at` is an instant; `timeZone` that of the course or of the organisation, so that all read the same hour. */
const dated = z.object({ id: z.uuid(), title: z.string(), at: z.iso.datetime(), timeZone: z.string().default('Europe/Paris') })
const titled = z.object({ id: z.uuid(), title: z.string() })

/** An activity starts soon (`mise en situation`, a session): known at once, since its hour does not wait. */
export const declareActivityStarts = (hook: Hook): Kind<typeof dated> =>
  declareKind({ ...hook, importance: 'normal', channels: { mail: 'at-once', push: true }, params: dated, ...fr.activityStarts })

/** Work is due: told beforehand, so the digest of the morning is enough unless the person wants it at once. */
export const declareDeliverableDue = (hook: Hook): Kind<typeof dated> =>
  declareKind({ ...hook, importance: 'normal', channels: { mail: 'daily', push: true }, params: dated, ...fr.deliverableDue })

/** A peer asks for a review; `by` is who asks. Several on the same work are told together. */
export const declarePeerReviewAsked = (hook: Hook): Kind<typeof titled> =>
  declareKind({ ...hook, importance: 'normal', channels: { mail: 'at-once', push: true }, params: titled, ...fr.peerReviewAsked })
