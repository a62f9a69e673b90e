import type { Context } from '#kernel/operation/operation.ts'
import { offences, type Defect, type Reason } from './reasons.ts'

/** What is reported, as whoever reports sees it. */
export interface Reported { title: string; href: string; authorId: string | null }

/** A kind of thing that people may report, declared by the domain that has it. */
export interface Reportable {
  /** As in search and in facts: `bases.resource`. */
  readonly kind: string
  /** What people call it: « ressource ». */
  readonly label: string
  /** What may be wrong with it that is no offence; left out, nothing. */
  readonly defects?: readonly Defect[]
  /** The thing through the actor's eyes: none when they do not see it. */
  readonly find: (context: Context, id: string) => Promise<Reported | undefined>
}

const declared = new Map<string, Reportable>()

/** The domain declares it once, and listens to `contentDecided` to hide what is to be hidden. */
export const declareReportable = (one: Reportable): void => { declared.set(one.kind, one) }
export const reportableOf = (kind: string): Reportable | undefined => declared.get(kind)
export const labelOf = (kind: string): string => declared.get(kind)?.label ?? kind

/** Why one of this kind may be reported, what happens most often first. */
export const reasonsOf = (kind: string): readonly Reason[] => [...declared.get(kind)?.defects ?? [], ...offences]
