/**
 * What a form and its page agree on. Types only: this file reaches the browser and must weigh nothing there.
 * The server writes a `FormRules` from a command's schema (so zod is not shipped) and answers a refused form with a `Refused`.
 */

/** HTML constraints of one field, made on the server from the command's input schema. Lengths count UTF-16 units, as HTML does. */
export interface FieldRules {
  name: string
  type: 'text' | 'email' | 'url' | 'number' | 'date' | 'checkbox' | 'choice' | 'choices' | 'hidden'
  required: boolean
  minLength?: number
  maxLength?: number
  min?: number
  max?: number
  pattern?: string
  /** The values allowed, for `choice` and `choices`; their labels are the page's. */
  options?: string[]
  /** How many of `options` may be chosen at most, for `choices`. */
  maxItems?: number
}

/** One form as the page's loader hands it over: `can.publishResource` of an answer is this, or `false`. */
export interface FormRules<Field extends string = string> {
  command: string
  fields: Record<Field, FieldRules>
  /** Idempotency key of this rendering of the form: sent twice, run once. */
  key: string
}

/** Why one field was refused. The sentence is the page's: `design/fr.ts` has one for each code. */
export interface FieldIssue {
  field: string
  code: 'required' | 'too_long' | 'too_short' | 'too_big' | 'too_small' | 'too_many' | 'too_few' | 'format' | 'choice' | 'invalid'
  limit?: number
}

/** A refused form: what an action answers, with its HTTP status, so that the page shows again all that was typed. */
export interface Refused {
  refused: true
  command: string
  status: number
  /** Stable code, `input` when fields are wrong, else `module.reason`. */
  code: string
  /** What that code means to people, when its module says it. */
  sentence?: string
  issues: FieldIssue[]
  typed: Record<string, string[]>
}
