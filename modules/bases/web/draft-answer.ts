import type { Answered } from '#kernel/page/answers.ts'
import type { showDraft } from '../operations/show-draft.ts'

/** What the pages of a draft read. */
export type Draft = Answered<typeof showDraft>
export type DraftContent = Draft['contents'][number]
