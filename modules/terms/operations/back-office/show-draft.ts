import { z } from 'zod'
import { dateIn } from '#kernel/date.ts'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { draftOf, versionsSeenBy, type Context } from '../../policy.ts'
import { rendered } from '../../rendered.ts'
import { discardDraft } from './discard-draft.ts'
import { publishTerms } from './publish-terms.ts'
import { saveDraft } from './save-draft.ts'

const administers = holds('administrator')

/** The version that is being written, as administrators write it and as people will read it. Before it is begun: the last one. */
export const showDraft = query({
  http: 'GET /back-office/terms/draft',
  input: z.object({}),
  output: z.object({
    isBegun: z.boolean(), isFirst: z.boolean(), version: z.int(), changes: z.string(), appliesFrom: z.string(), body: z.string(),
    html: z.string(),
  }),
  allow: administers,
  // Each has the draft for its target, which is read here.
  can: {
    saveDraft: { ...saveDraft, allow: administers }, publishTerms: { ...publishTerms, allow: administers },
    discardDraft: { ...discardDraft, allow: administers },
  },
  run: async (context: Context) => {
    const draft = await draftOf(context).selectAll().executeTakeFirst()
    const last = await versionsSeenBy(context).selectAll().orderBy('one.number', 'desc').executeTakeFirst()
    const body = draft?.body ?? last?.body ?? ''
    return {
      isBegun: draft !== undefined, version: draft?.version ?? 0, changes: draft?.changes ?? '',
      appliesFrom: draft?.applies_from ?? dateIn(new Date(context.now)), body, html: rendered(body), isFirst: last === undefined,
    }
  },
})
