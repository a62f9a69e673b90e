import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { dateRefused, draftTarget } from '../../changing.ts'
import type { Context } from '../../policy.ts'
import { publish } from '../../publishing.ts'

/**
 * Publishes the draft that was seen, for good. From its day on everybody signed in is asked to accept it before they go on; nobody else is.
 */
export const publishTerms = command({
  http: 'POST /back-office/terms/draft/publication',
  input: z.object({}),
  output: z.object({ number: z.int() }),
  on: async (context: Context) => {
    const { draft, last } = await draftTarget(context)
    return draft && { ...draft, last }
  },
  allow: holds('administrator'),
  versioned: true,
  when: (draft, _, { now }) => dateRefused(draft.applies_from, draft, now),
  run: async (context: Context, _, draft) => ({ number: await publish(context, draft, draft.last?.number ?? 0) }),
})
