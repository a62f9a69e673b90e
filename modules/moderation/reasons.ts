/** Why something is reported, and why it is decided against (Regulation (EU) 2022/2065, art. 16 and 17). */
export const reasons = ['unlawful', 'hateful', 'harassment', 'private-data', 'misleading', 'copyright', 'spam', 'other'] as const

export const decisions = ['keep', 'release', 'ask', 'hide', 'delete'] as const
export type Decision = typeof decisions[number]

/** How the thing stands for its readers. */
export const standings = ['shown', 'held', 'hidden', 'deleted'] as const
export type Standing = typeof standings[number]

/** What may be decided of something that stands so: what is held is released or not; what is shown stays, is mended or goes. */
export const choicesFor = (standing: Standing): readonly Decision[] => standing === 'held' ? ['release', 'hide', 'delete'] : ['keep', 'ask', 'hide', 'delete']

/** Those that take something from the author, who is told the reason and may appeal. */
export const adverse: readonly Decision[] = ['ask', 'hide', 'delete']

/** How it stands once it is decided. */
export const standingAfter = (decision: Decision): Standing => decision === 'hide' ? 'hidden' : decision === 'delete' ? 'deleted' : 'shown'
