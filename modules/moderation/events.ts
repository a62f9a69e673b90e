import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'
import { decisions } from './reasons.ts'

/** Somebody reported something. */
export const contentReported = fact({
  name: 'moderation.content-reported', data: z.object({ subjectId: z.uuid() }), subject: ({ subjectId }) => `reported:${subjectId}`,
})

/** What was decided of something that was reported: the domain that declared its kind hides it when told `hide`. */
export const contentDecided = fact({
  name: 'moderation.content-decided',
  data: z.object({ decisionId: z.uuid(), kind: z.string(), targetId: z.uuid(), decision: z.enum(decisions) }),
  subject: ({ kind, targetId }) => `${kind}:${targetId}`,
})
