import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import type { FieldProps, Values } from '#design/field.ts'
import type { Answered } from '#kernel/page/answers.ts'
import type { FieldRules, FormRules } from '#kernel/page/form.ts'
import type { showSetting } from '../../operations/back-office/show-setting.ts'
import { fr } from './fr.ts'

type Shown = Answered<typeof showSetting>
type Field = Shown['fields'][number]

const LONG = 150

function Input({ field, props }: { field: Field, props: FieldProps }) {
  const { label, hint, choices } = field
  if (choices) return <SelectField {...props} label={label} hint={hint} choices={choices} empty={false} />
  if (props.type === 'checkbox') return <CheckboxField {...props} label={label} hint={hint} required={false} />
  if ((props.maxLength ?? 0) > LONG) return <TextArea {...props} label={label} hint={hint} />
  return <TextField {...props} label={label} hint={hint} />
}

/** The form of one setting, made of what its module declares. */
export function SettingForm({ setting, form }: { setting: Shown, form: FormRules }) {
  const rules = Object.fromEntries(setting.fields.map((one) => [one.name, one.rules as FieldRules]))
  const labels = { ...Object.fromEntries(setting.fields.map((one) => [one.name, one.label])), reason: fr.one.reason }
  return (
    <CommandForm form={{ ...form, fields: { ...form.fields, ...rules } }} submit={fr.one.save} fixed={{ _version: setting.version }}
      values={setting.values as Values} labels={labels}>
      {(field) => (
        <>
          {setting.fields.map((one) => <Input key={one.name} field={one} props={field(one.name)} />)}
          <TextField {...field('reason')} label={fr.one.reason} hint={fr.one.reasonHint} />
        </>
      )}
    </CommandForm>
  )
}
