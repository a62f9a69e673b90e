import { RadioField } from '#design/ChoicesField.tsx'
import type { FieldProps } from '#design/field.ts'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { words } from './fr-authoring.ts'

/** What one writes of a collection, when it is made and later. */
export function CollectionFields({ field }: { field: (name: string) => FieldProps }) {
  const { labels, visibility } = words.collection
  return (
    <>
      <TextField {...field('title')} label={labels.title} />
      <TextArea {...field('description')} label={labels.description} rows={3} />
      <RadioField {...field('isPublic')} required legend={labels.isPublic} choices={visibility} />
    </>
  )
}
