import { TextField } from '#design/TextField.tsx'
import { fr } from './fr.ts'

/** The six digits of an application. Telephones show their digits, and browsers offer what the application copied. */
export function CodeField({ name, label = fr.second.code }: { name: string, label?: string }) {
  return <TextField name={name} label={label} hint={fr.second.codeHint} autoComplete="one-time-code" spellCheck={false} required />
}
