import type { ReactNode } from 'react'
import { Alert } from '#design/Alert.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import type { FieldProps } from '#design/field.ts'
import { RadioField } from '#design/ChoicesField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField, UrlField } from '#design/TextField.tsx'
import type { ContentType } from '../enumerations.ts'
import { fr } from './autosave.fr.ts'
import { Differences } from './Differences.tsx'
import { fr as image } from './image.fr.ts'
import { FileInput } from './FileInput.tsx'
import { words } from './fr-authoring.ts'

type Field = (name: string) => FieldProps

/** Which fields a type needs is known to the server only once the type is chosen, so the rules of the form call them optional. */
const needed = (field: FieldProps): FieldProps => ({ ...field, required: true })

const { fields } = words

const forType: Record<ContentType, (field: Field) => ReactNode> = {
  section_title: (field) => <TextField {...needed(field('title'))} label={fields.sectionTitle} />,
  text: (field) => (
    <>
      <TextField {...field('title')} label={fields.title} />
      <TextArea {...needed(field('text'))} label={fields.text} hint={fields.textHint} rows={12} />
    </>
  ),
  image: (field) => (
    <>
      <FileInput field={field('fileId')} label={fields.image} purpose="image" />
      <RadioField {...field('imageRole')} required legend={image.role} choices={image.roles} />
      <TextField {...field('alt')} label={image.alt} hint={image.altHint} />
      <TextField {...field('title')} label={fields.title} />
      <TextField {...field('caption')} label={fields.caption} />
    </>
  ),
  link: (field) => (
    <>
      <UrlField {...needed(field('url'))} type="url" label={fields.url} />
      <TextField {...field('title')} label={fields.linkTitle} hint={fields.linkTitleHint} />
      <TextField {...field('caption')} label={fields.linkCaption} />
    </>
  ),
  file: (field) => (
    <>
      <FileInput field={field('fileId')} label={fields.file} purpose="file" />
      <TextField {...field('title')} label={fields.title} />
      <TextField {...field('caption')} label={fields.fileCaption} />
    </>
  ),
  linked_resource: (field) => <TextField {...field('caption')} label={fields.linkedCaption} hint={fields.linkedCaptionHint} />,
}

/** What one writes of a content of this type. */
export const contentFieldsOf = (type: ContentType, field: Field): ReactNode => forType[type](field)

export const sendsFile = (type: ContentType) => type === 'image' || type === 'file'

/** Names of fields, for the summary of what is wrong. */
export const contentLabels = (type: ContentType): Record<string, string> => ({
  title: type === 'section_title' ? fields.sectionTitle : type === 'link' ? fields.linkTitle : fields.title, text: fields.text,
    url: fields.url,
  alt: fields.alt, caption: fields.caption, fileId: type === 'image' ? fields.image : fields.file,
})

/**
 * Two people have written one thing: what the other wrote, beside the form that keeps what this person wrote.
 * @param back where the page is read again as it is now; without it the form is emptied of what was typed.
 */
export function TheirVersion({ children, mine, theirs, back }: {
  children: ReactNode, mine?: string, theirs?: string | null, back?: string
}) {
  return (
    <Alert kind="warning" level={4} title={words.stale.title}>
      <p>{words.stale.theirs}</p>
      <div className="sl-part__theirs">{children}</div>
      {mine !== undefined && theirs !== undefined && (
        <details className="sl-details">
          <summary>{fr.differences}</summary>
          <Differences before={mine} after={theirs ?? ''} />
        </details>
      )}
      <p>{words.stale.yours}</p>
      {back ? <ButtonLink href={back} priority="tertiary" size="sm">{fr.keepTheirs}</ButtonLink> : <KeepTheirs />}
    </Alert>
  )
}

/** Empties the form beside of what was typed: it then holds what the other wrote. */
function KeepTheirs() {
  return (
    <Button priority="tertiary" size="sm"
      onClick={(event) => event.currentTarget.closest('details.sl-details')?.querySelector('form')?.reset()}>{fr.keepTheirs}</Button>
  )
}
