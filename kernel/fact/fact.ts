import type { z } from 'zod'

/**
 * Something that happened, past tense: `bases.resource-published`. Recorded in the transaction of its command and delivered to
 * reactions at least once, in order for one subject (design §4). Carries identifiers, never personal data nor content.
 */
export interface Fact<Data extends z.ZodObject = any> {
  readonly name: string
  /** Version of the shape of `data`: raised when a field changes meaning. */
  readonly version: number
  readonly data: Data
  /** What it happened to, which the command has changed or locked: facts of one subject are delivered in the order in which they were committed. */
  readonly subject: (data: z.output<Data>) => string
  /** How many days it is kept after its delivery. */
  readonly days: number
}

export const fact = <Data extends z.ZodObject>(
  parts: Omit<Fact<Data>, 'days' | 'version'> & Partial<Pick<Fact<Data>, 'days' | 'version'>>,
): Fact<Data> => ({ version: 1, days: 30, ...parts })
