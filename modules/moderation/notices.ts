import { z } from 'zod'
import { declareKind } from '#modules/notifications/api.ts'
import { decisions, defects } from './reasons.ts'
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
