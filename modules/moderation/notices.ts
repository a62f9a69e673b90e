import { z } from 'zod'
import { declareKind, declareSubject } from '#modules/notifications/api.ts'
import { portal } from './policy.ts'
import { concerns, decisions, defects, type Concern } from './reasons.ts'
import { notices } from './web/notices.fr.ts'
import { urls } from './web/routes.ts'

/** `kind` as its domain declared it. */
const about = { kind: z.string(), title: z.string(), decision: z.enum(decisions) }
const made = z.object({ ...about, ground: z.string().nullable(), reason: z.string(), onAppeal: z.boolean(), wasHeld: z.boolean() })

const author = { params: made, family: notices.family, href: () => urls.mine() }

/**
 * Told to who published, when something is taken from them: the law wants it told, with its reasons (Regulation (EU) 2022/2065, art. 17).
 */
export const decidedAgainst = declareKind({
  ...author, code: 'moderation.decided', importance: 'critical', channels: { mail: 'at-once', push: true }, ...notices.decidedAgainst,
})

/** Told to who published, when something would make it better: a help, which takes nothing from them. */
export const improvementAsked = declareKind({
  ...author, params: z.object({ ...about, ground: z.enum(defects), reason: z.string() }), code: 'moderation.improvement-asked', importance: 'normal',
  channels: { mail: 'at-once' }, ...notices.improvementAsked,
})

/** Told to who published, when what they published may be seen. */
export const decidedFor = declareKind({ ...author, code: 'moderation.released', importance: 'normal', channels: { mail: 'at-once' },
  ...notices.decidedFor })

/** Told to somebody who reported, without who decided nor who had published (the same, art. 16). */
export const reportAnswered = declareKind({
  code: 'moderation.report-answered', importance: 'normal', channels: { mail: 'at-once' },
  params: z.object({ ...about, href: z.string(), wasDefect: z.boolean().optional() }),
  family: notices.family, href: ({ href }) => href, ...notices.reportAnswered,
})

const waits = {
  params: z.object({ kind: z.string(), title: z.string() }), importance: 'normal', family: notices.queue.family,
  action: notices.queue.action,
} as const

/** Told to moderators: what is unlawful or against the rules waits for nobody's digest, what is out of date does. */
export const reportWaits = {
  offence: declareKind({
    ...waits, code: 'moderation.offence-reported', channels: { mail: 'at-once' }, href: () => urls.queue(), ...notices.queue.offence,
  }),
  defect: declareKind({
    ...waits, code: 'moderation.defect-reported', channels: { mail: 'daily' }, href: () => urls.queue('defects'), ...notices.queue.defect,
  }),
}

const QUEUE = 'moderation.queue'
/** Keys of the two halves of the queue, which are rows of nothing: what waits in one is told together, and may be muted. */
const halves: Record<Concern, string> = { offence: '5d1b0f9e-6c1c-4d0e-9a51-0f4d5b1c7a01', defect: '5d1b0f9e-6c1c-4d0e-9a51-0f4d5b1c7a02' }
export const halfOfQueue = (concern: Concern) => ({ kind: QUEUE, id: halves[concern] })

declareSubject({
  kind: QUEUE, label: notices.queue.subject,
  find: async ({ actor }, id) => {
    const concern = concerns.find((one) => halves[one] === id)
    if (!concern || !portal.staff.holds(actor, undefined)) return undefined
    return { title: notices.queue.halves[concern], href: urls.queue(concern === 'defect' ? 'defects' : 'open') }
  },
})
