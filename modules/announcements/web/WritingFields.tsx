import { CheckboxField } from '#design/CheckboxField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import type { FieldProps } from '#design/field.ts'
import { fr } from './fr.ts'

type Name = 'title' | 'body' | 'isCritical' | 'asksAcknowledgement' | 'day' | 'time' | 'lastDay'
const words = fr.write

/** What one writes of an announcement, in the portal and in the back office. */
export function WritingFields({ field }: { field: (name: Name) => FieldProps }) {
  return (
    <>
      <TextField {...field('title')} label={words.title} />
      <TextArea {...field('body')} label={words.body} />
      <TextField {...field('day')} label={words.day} hint={words.dayHint} />
      <TextField {...field('time')} label={words.time} hint={words.timeHint} required={false} />
      <TextField {...field('lastDay')} label={words.lastDay} hint={words.lastDayHint} />
      <CheckboxField {...field('isCritical')} label={words.critical} required={false} />
      <CheckboxField {...field('asksAcknowledgement')} label={words.asks} required={false} />
    </>
  )
}
