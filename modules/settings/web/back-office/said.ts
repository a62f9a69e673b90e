import { fr } from './fr.ts'

type Words = { name: string; label: string; choices?: Record<string, string> }

const one = (value: unknown, choices: Words['choices']): string => {
  if (typeof value === 'boolean') return value ? fr.one.yes : fr.one.no
  if (value === null || value === undefined || value === '') return fr.one.none
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return choices?.[text] ?? text
}

/** The values of a setting as a list of what each field holds; none is the default. */
export const said = (fields: readonly Words[], values: Record<string, unknown> | null): { label: string; value: string }[] =>
  values === null ? [] : fields.map(({ name, label, choices }) => ({ label, value: one(values[name], choices) }))
