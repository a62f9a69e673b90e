import type { FieldIssue, FieldRules, FormRules, Refused } from '#kernel/page/form.ts'
import { fr } from '#design/fr.ts'

/** What a form hands to one of its fields, and what a field alone (in a filter) can be given by hand. */
export interface FieldProps {
  name: string
  id?: string
  type?: FieldRules['type']
  required?: boolean
  minLength?: number
  /** Told and counted, not cut off: a pasted text must not lose its end in silence. */
  maxLength?: number
  min?: number
  max?: number
  pattern?: string
  /** Values allowed, when the server knows them. */
  options?: string[]
  maxItems?: number
  error?: string
  defaultValue?: string
  defaultValues?: string[]
}

/** What pages show in a field before anyone types. */
export type Values = Record<string, string | number | boolean | string[] | null | undefined>

const asTexts = (value: Values[string]): string[] => {
  if (value === null || value === undefined || value === false) return []
  if (Array.isArray(value)) return value
  return [value === true ? 'on' : String(value)]
}

/** One field of a form: its rules, what was typed before, why it was refused. */
export function fieldOf(form: FormRules, name: string, id: string, values: Values, refused?: Refused): FieldProps {
  const rules: FieldRules = form.fields[name] ?? { name, type: 'text', required: false }
  const typed = refused ? refused.typed[name] ?? [] : asTexts(values[name])
  const issue = refused?.issues.find((one) => concerns(one, name))
  return {
    ...rules, id, defaultValue: typed[0], defaultValues: typed,
    error: issue && fr.issue(issue, typed, rules.type),
  }
}

/** An issue of `links.2` or `links[2]` stands by the field `links`. */
export const concerns = (issue: FieldIssue, name: string) => issue.field === name || /^[.[]/.test(issue.field.slice(name.length))
  && issue.field.startsWith(name)

/** Ids of what explains a field, in the order in which readers should hear it. */
export const describedBy = (...ids: (string | false | undefined)[]) => ids.filter(Boolean).join(' ') || undefined
