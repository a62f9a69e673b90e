import { CheckboxField } from '#design/CheckboxField.tsx'
import { RadioField } from '#design/ChoicesField.tsx'
import type { FieldProps } from '#design/field.ts'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField, TextField, UrlField } from '#design/TextField.tsx'
import { imageUrl } from '#modules/files/web/routes.ts'
import { DepartmentField } from './DepartmentField.tsx'
import { FileInput } from './FileInput.tsx'
import { fr as home } from './base-home.fr.ts'
import { words } from './fr-authoring.ts'
import { fr as images } from './image.fr.ts'
import { BASE_PICTURES, urls } from './routes.ts'

const { base } = words
const socials = ['facebook', 'linkedin', 'twitter'] as const

/** What one writes of a base, when it opens and later. @param slug of the base that is there already: its pictures can be cropped. */
export function BaseFields({ field, slug }: { field: (name: string) => FieldProps, slug?: string }) {
  return (
    <>
      <TextField {...field('title')} label={base.labels.title} />
      <TextArea {...field('excerpt')} label={base.labels.excerpt} hint={base.hints.excerpt} rows={2} />
      <TextArea {...field('description')} label={base.labels.description} hint={base.hints.description} rows={8} />
      <RadioField {...field('isPublic')} required legend={base.labels.isPublic} choices={base.visibility} />
      <DepartmentField field={field('department')} label={base.labels.department} />
      <UrlField {...field('website')} type="url" required={false} label={base.labels.website} />
      {socials.map((one) => <UrlField key={one} {...field(one)} type="url" required={false} label={home.linkLabels[one]} />)}
      <EmailField {...field('email')} required={false} label={base.labels.email} />
      <CheckboxField {...field('emailIsPublic')} label={base.labels.emailIsPublic} />
      <RadioField {...field('highlights')} required legend={home.legend} choices={home.choices} />
      <Section title={base.pictures} level={2}>
        <Picture part="logo" field={field('logoFileId')} label={base.labels.logoFileId} slug={slug} />
        <Picture part="cover" field={field('coverFileId')} label={base.labels.coverFileId} slug={slug} />
      </Section>
    </>
  )
}

/** A picture with the one that is there, and how to do without. An empty value comes last and wins over the one that is kept. */
function Picture({ part, field, label, slug }: { part: 'logo' | 'cover', field: FieldProps, label: string, slug?: string }) {
  const current = field.defaultValues?.at(-1)
  return (
    <div className="sl-picture" id={BASE_PICTURES[part]} tabIndex={-1}>
      {current && <img className="sl-setting__thumb" src={imageUrl(current, 320)} alt="" width={160} height={90} />}
      {current && slug && <p><Link href={urls.cropBasePicture(slug, part)}>{images.base[part].link}</Link>
        <span className="fr-hint-text">{images.base.first}</span></p>}
      <FileInput field={field} label={label} purpose="image" />
      {current && (
        <div className="fr-checkbox-group">
          <input type="checkbox" id={`${field.id}-none`} name={field.name} value="" />
          <label className="fr-label" htmlFor={`${field.id}-none`}>{base.removePicture}</label>
        </div>
      )}
    </div>
  )
}
