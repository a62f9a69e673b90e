import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'
import { decisions } from './reasons.ts'

const subject = { data: z.object({ subjectId: z.uuid() }), subject: ({ subjectId }: { subjectId: string }) => `moderated:${subjectId}` }

/** Somebody reported something. */
export const contentReported = fact({ name: 'moderation.content-reported', ...subject })

/** Something waits to be read before it is shown. */
export const contentHeld = fact({ name: 'moderation.content-held', ...subject })

/** Its author does not agree with what was decided. */
export const decisionAppealed = fact({ name: 'moderation.decision-appealed', ...subject })

/**
 * What was decided of something reported, held or appealed. The domain that declared its kind takes it from readers when told `hide` or
 * `delete`, and shows it (again) when told `release`.
 */
export const contentDecided = fact({
  name: 'moderation.content-decided', version: 2,
  data: z.object({ decisionId: z.uuid(), kind: z.string(), targetId: z.uuid(), decision: z.enum(decisions) }),
  subject: ({ kind, targetId }) => `${kind}:${targetId}`,
})
