import type { FieldProps } from '#design/field.ts'
import { FileField } from '#design/FileField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { fr } from './text.fr.ts'

/** The text of a resource: a file, or what is pasted. Both are the same field; the file, which comes last, wins. */
export function TextFields({ field }: { field: FieldProps }) {
  const { error, maxLength: _, ...rest } = field
  return (
    <>
      <TextArea {...rest} id={`${field.id}-pasted`} required={false} label={fr.paste} hint={fr.pasteHint} rows={8} />
      <FileField {...rest} type={undefined} required={false} error={error} label={fr.file} hint={fr.fileHint} formats={fr.formats}
        accept=".md,.markdown,.txt,text/markdown,text/plain" />
    </>
  )
}
