import type { z } from 'zod'

/** Words of one field, for the page that edits it. */
export interface FieldWords { label: string; hint?: string; choices?: Readonly<Record<string, string>> }

/** Values that every process holds in memory. Undeclared, their own module writes them (`keepSetting`) and no page of settings shows them. */
export interface Kept<Fields extends z.ZodObject = z.ZodObject> {
  /** Stable, `module.name`: the row is kept under it. */
  readonly key: string
  /** Texts, numbers, booleans, choices and dates, where a form edits them. */
  readonly fields: Fields
  /** What holds until somebody changes it. */
  readonly initial: z.output<Fields>
}

/** A few values that administrators change together, as a module declares them. */
export interface Setting<Fields extends z.ZodObject = z.ZodObject> extends Kept<Fields> {
  /** Where it stands on the page of settings. */
  readonly group: 'service' | 'accounts' | 'privacy' | 'other'
  readonly label: string
  /** What changing it does, and when. */
  readonly help: string
  readonly words: Readonly<Record<keyof z.output<Fields> & string, FieldWords>>
}

const declared = new Map<string, Setting>()

/** Declares a setting, so that the page of settings shows it. Called where the value is defined, once. */
export const declareSetting = <Fields extends z.ZodObject>(setting: Setting<Fields>): Setting<Fields> => {
  if (declared.has(setting.key)) throw new Error(`Two settings are named ${setting.key}`)
  setting.fields.parse(setting.initial)
  declared.set(setting.key, setting)
  return setting
}

export const declaredSettings = (): readonly Setting[] => [...declared.values()]
export const settingNamed = (key: string): Setting | undefined => declared.get(key)
