import type { Operation } from '#kernel/operation/operation.ts'
import { declareSetting } from '#modules/settings/api.ts'
import { limitFields, limitWords, type Limit } from './limit-setting.ts'
import { fr } from './web/fr.ts'

/** What is said of a feature in the place of the general sentences. */
export interface FeatureWords {
  /** What those concerned read on their pages, when administrators gave no words. */
  readonly said: string
  /** What administrators read before they close it: what still passes, what waits. */
  readonly holds: string
  /** What becomes of what waited, as the end of « Ce qui aura attendu… ». */
  readonly becomes: { readonly send: string; readonly return: string }
  /** How much waits, when it is opened again. */
  readonly waiting: (count: number) => string
}

/** Something that administrators may close and limit, as the domain that has it declares it. */
export interface Feature {
  /** Stable: `messages`, `mail`. Switches are kept under it. */
  readonly code: string
  /** As people read it, after « Interrupteur : » : « Messages ». */
  readonly label: string
  /** The commands that it is made of; none where the domain asks by itself (a job, a raw route). */
  readonly operations?: readonly Operation[]
  /** While it is closed: `refuse` answers 503; `hold` lets the command run, which asks `switchFor` and keeps what was written. */
  readonly whenOff: 'hold' | 'refuse'
  /** Sentences of its own, where what is held is not what somebody wrote. */
  readonly words?: FeatureWords
  /** How often one person may, unless administrators say otherwise. */
  readonly limit?: Limit
}

export interface Declared extends Feature { readonly setting?: ReturnType<typeof settingOf> }

const settingOf = (feature: Feature, limit: Limit) => declareSetting({
  key: `switches.limit-${feature.code}`, group: 'service', label: fr.limits.label(feature.label), help: fr.limits.help,
  fields: limitFields, initial: limit, words: limitWords,
})

const features = new Map<string, Declared>()
const byOperation = new Map<Operation, Declared[]>()

/** Declares a feature. Called once, in a file that the domain's `module.ts` imports and that its operations do not. */
export const declareFeature = (feature: Feature): void => {
  if (features.has(feature.code)) throw new Error(`Two features are named ${feature.code}`)
  const declared: Declared = { ...feature, setting: feature.limit && settingOf(feature, feature.limit) }
  features.set(feature.code, declared)
  for (const one of feature.operations ?? []) byOperation.set(one, [...byOperation.get(one) ?? [], declared])
}

export const declaredFeatures = (): readonly Declared[] => [...features.values()]
export const featureNamed = (code: string): Declared | undefined => features.get(code)
/** Most commands belong to none: asking costs them nothing. */
export const featuresOf = (operation: Operation): readonly Declared[] | undefined => byOperation.get(operation)
/** What people call it; a feature of a module that is not mounted keeps its code. */
export const labelOf = (code: string): string => features.get(code)?.label ?? code
