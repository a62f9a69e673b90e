import type { FieldProps } from '#design/field.ts'
import { TextField } from '#design/TextField.tsx'
import { fr } from './fr.ts'

/** What a group is called, here and in the establishment's own system. */
export function GroupNameFields({ field }: { field: (name: 'name' | 'code') => FieldProps }) {
  return (
    <>
      <TextField {...field('name')} label={fr.groups.name} autoComplete="off" />
      <TextField {...field('code')} required={false} label={fr.groups.code} hint={fr.groups.codeHint} autoComplete="off" />
    </>
  )
}
