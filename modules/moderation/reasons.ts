/** Why something should not stand there, and why it is decided against (Regulation (EU) 2022/2065, art. 16 and 17). */
export const offences = ['unlawful', 'hateful', 'harassment', 'private-data', 'misleading', 'copyright', 'spam', 'other'] as const

/** What makes something useful less so: nobody's fault, its author mends it. A domain says which of them apply to its things. */
export const defects = ['outdated', 'errors', 'duplicate'] as const
export type Defect = typeof defects[number]
export const isDefect = (reason: string | null | undefined): reason is Defect => defects.some((one) => one === reason)

export const reasons = [...offences, ...defects] as const
export type Reason = typeof reasons[number]

/** What a subject is in the queue for: moderators read offences first. */
export const concerns = ['offence', 'defect'] as const
export type Concern = typeof concerns[number]

export const decisions = ['keep', 'release', 'ask', 'hide', 'delete'] as const
export type Decision = typeof decisions[number]

/** How the thing stands for its readers. */
export const standings = ['shown', 'held', 'hidden', 'deleted'] as const
export type Standing = typeof standings[number]

/** What may be decided of something that stands so: what is held is released or not; what is shown stays, is mended or goes. */
export const choicesFor = (standing: Standing): readonly Decision[] => standing === 'held' ? ['release', 'hide', 'delete'] : ['keep', 'ask', 'hide', 'delete']

/** Those that say to the author that something is wrong, on a ground. */
export const adverse: readonly Decision[] = ['ask', 'hide', 'delete']

/**
 * Whether the decision may stand on the ground. A defect is mended; what is there twice may also be hidden, which its author undoes by an
 * appeal, and nothing is deleted for a defect.
 */
export const mayStandOn = (decision: Decision, ground: Reason): boolean =>
  !isDefect(ground) || decision === 'ask' || (decision === 'hide' && ground === 'duplicate')

/** Whether it takes something from the author, who may then appeal. To be told of a defect is not that: they mend it, or not. */
export const isAppealable = (decision: Decision, ground: string | null): boolean =>
  adverse.includes(decision) && !(decision === 'ask' && isDefect(ground))

/** How it stands once it is decided. */
export const standingAfter = (decision: Decision): Standing => decision === 'hide' ? 'hidden' : decision === 'delete' ? 'deleted' : 'shown'
