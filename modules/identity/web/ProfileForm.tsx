import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { showMe } from '../operations/show-me.ts'
import { fr } from './fr.ts'

const words = fr.account
const labels = {
  firstName: words.firstName, lastName: words.lastName, title: words.profileTitle, location: words.location, department: words.department,
  about: words.about, isPublic: words.isPublic, timeZone: words.timeZone,
}

/** What one says of oneself; a field left empty is left unsaid. */
export function ProfileForm({ me }: { me: Answered<typeof showMe> }) {
  const { can, addresses: _, ...values } = me
  if (!can.updateProfile) return null
  return (
    <CommandForm form={can.updateProfile} submit={words.save} fixed={{ _version: me.version }} values={values} labels={labels}
      refusals={fr.refusals}>
      {(field) => (
        <>
          <TextField {...field('firstName')} label={labels.firstName} autoComplete="given-name" />
          <TextField {...field('lastName')} label={labels.lastName} autoComplete="family-name" />
          <TextField {...field('title')} label={labels.title} hint={words.titleHint} />
          <TextField {...field('location')} label={labels.location} autoComplete="address-level2" />
          <TextField {...field('department')} label={labels.department} hint={words.departmentHint} />
          <TextArea {...field('about')} label={labels.about} />
          <SelectField {...field('timeZone')} label={labels.timeZone} choices={words.zones} empty={false} />
          <CheckboxField {...field('isPublic')} label={labels.isPublic} hint={words.isPublicHint} required={false} />
        </>
      )}
    </CommandForm>
  )
}
