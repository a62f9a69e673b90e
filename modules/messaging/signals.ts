import { z } from 'zod'
import { declareSetting } from '#modules/settings/api.ts'
import { fr } from './web/signals.fr.ts'

const times = z.int().min(1).max(10_000)
/** From how many on each signal is one, and how long a decision in somebody's favour holds. */
export const signalFields = z.object({
  sameText: times, links: times, newAccountDays: z.int().min(0).max(365), unanswered: times, unwanted: times, elsewhere: times,
  trustHours: z.int().min(0).max(8760),
})
export type Thresholds = z.output<typeof signalFields>
export const initial: Thresholds = { sameText: 10, links: 5, newAccountDays: 7, unanswered: 15, unwanted: 4, elsewhere: 3, trustHours: 72 }

export const signalSetting = declareSetting({
  key: 'messaging.signals', group: 'service', label: fr.setting.label, help: fr.setting.help, fields: signalFields, initial,
    words: fr.setting.words,
})

/** What is counted of somebody who is about to write. */
export interface Counted {
  /** People or conversations that this very text reaches within an hour, this time included. */
  readonly sameText: number
  /** How long that text is, in characters: short ones are everybody's. */
  readonly length: number
  /** Messages with an address of the web in 24 hours, this one included. */
  readonly links: number
  readonly hasLink: boolean
  readonly accountDays: number
  /** Conversations begun with one person in seven days, and never answered. */
  readonly unanswered: number
  /** Whether they now begin another one. */
  readonly begins: boolean
  /** People who blocked them, and things of theirs that were reported, in seven days. */
  readonly unwanted: number
  /** Answers by mail from an address that is not proved theirs, in 24 hours. */
  readonly elsewhere: number
  /** They work in an organisation: they write the same to many, to people who do not answer, with links. */
  readonly isStaff: boolean
}
export type Signal = 'same-text' | 'links' | 'unanswered' | 'unwanted' | 'elsewhere'

/** « Merci beaucoup ! » is written to many. In characters. */
const SHORT = 25

/** Why the sending of somebody should be looked at by a moderator before it leaves, if it should. */
export const signalOf = (counted: Counted, at: Thresholds): Signal | undefined => {
  if (counted.unwanted >= at.unwanted) return 'unwanted'
  if (counted.elsewhere >= at.elsewhere) return 'elsewhere'
  if (counted.isStaff) return undefined
  if (counted.length >= SHORT && counted.sameText >= at.sameText) return 'same-text'
  if (counted.hasLink && counted.accountDays < at.newAccountDays && counted.links >= at.links) return 'links'
  return counted.begins && counted.unanswered >= at.unanswered ? 'unanswered' : undefined
}
