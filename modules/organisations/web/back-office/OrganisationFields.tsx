import type { FieldProps } from '#design/field.ts'
import { SelectField } from '#design/SelectField.tsx'
import { TextField } from '#design/TextField.tsx'
import { fr } from './fr.ts'

const words = fr.fields
export const labels = { kind: words.kind, name: words.name, siret: words.siret, uai: words.uai, parent: words.parent,
  timeZone: words.timeZone }

/** What an organisation is recognised by. */
export function OrganisationFields({ field }: { field: (name: keyof typeof labels) => FieldProps }) {
  return (
    <>
      <SelectField {...field('kind')} label={words.kind} choices={fr.kinds} />
      <TextField {...field('name')} label={words.name} autoComplete="off" />
      <TextField {...field('siret')} required={false} maxLength={undefined} label={words.siret} hint={words.siretHint} autoComplete="off" />
      <TextField {...field('uai')} required={false} maxLength={undefined} label={words.uai} hint={words.uaiHint} autoComplete="off" />
      <TextField {...field('parent')} required={false} maxLength={undefined} label={words.parent} hint={words.parentHint}
        autoComplete="off" />
      <SelectField {...field('timeZone')} label={words.timeZone} hint={words.timeZoneHint} choices={fr.timeZones} empty={false} />
    </>
  )
}
