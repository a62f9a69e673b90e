import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { target, type Context } from '../policy.ts'
import { reasons } from '../reasons.ts'
import { labelOf, reasonsOf } from '../reportable.ts'
import { reportContent, what } from './report-content.ts'

/** What the page of a report says before it is made. */
export const foreseeReport = query({
  http: 'GET /reports/foreseen',
  input: z.object(what),
  output: z.object({
    kind: z.string(), targetId: z.uuid(), label: z.string(), title: z.string(), href: z.string(), isMine: z.boolean(),
    reasons: z.array(z.enum(reasons)),
  }),
  on: target,
  allow: signedIn,
  // What is reported may be under row policies, as a message is.
  confidential: true,
  can: { reportContent },
  run: async ({ actor }: Context, input, { title, href, authorId }) => ({
    ...input, label: labelOf(input.kind), title, href, isMine: authorId !== null && authorId === actor.id, reasons: [...reasonsOf(input.kind)],
  }),
})
