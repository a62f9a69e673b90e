import { useRef } from 'react'
import { Form, useSearchParams } from 'react-router'
import { Button } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import type { FieldProps, Values } from '#design/field.ts'
import { Icon } from '#design/Icon.tsx'
import { Link } from '#design/Link.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextField } from '#design/TextField.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import type { ResourceCard } from '../cards.ts'
import type { ContentType } from '../enumerations.ts'
import { contentFieldsOf, contentLabels, sendsFile } from './ContentFields.tsx'
import type { DraftContent } from './draft-answer.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'
import { useRefused } from './use-refused.ts'

const icons: Record<ContentType, `fr-icon-${string}`> = {
  text: 'fr-icon-edit-line', section_title: 'fr-icon-menu-2-fill', image: 'fr-icon-image-line', link: 'fr-icon-links-line',
  file: 'fr-icon-file-line', linked_resource: 'fr-icon-article-line',
}
/** The ones that people add most come first. */
const order = ['text', 'image', 'link', 'file', 'section_title', 'linked_resource'] satisfies ContentType[]

interface AddProps { form: FormRules, contents: readonly DraftContent[], resourceId: string }

/** The six sorts of content, each opening on its form. */
export function AddContent({ linkable, searched, ...props }: AddProps & { linkable?: readonly ResourceCard[], searched: string }) {
  return (
    <div className="sl-adds">
      {order.map((type) => (
        <AddOne key={type} type={type} opened={type === 'linked_resource' && searched !== ''} {...props}>
          {type === 'linked_resource' && <LinkChoice {...props} found={linkable} searched={searched} />}
        </AddOne>
      ))}
    </div>
  )
}

function AddOne({ type, opened, children, ...props }: AddProps & { type: ContentType, opened: boolean, children?: React.ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  const refused = useRefused('addContent', { type })
  return (
    <details className="sl-details sl-details--add" id={`ajouter-${type}`} name="ajouter" ref={details}
      open={opened || refused !== undefined || undefined}
      onReset={() => { if (details.current) details.current.open = false }}>
      <summary><Icon name={icons[type]}
        size="sm" /> <span>{fr.contentTypes[type]}<span className="fr-hint-text">{words.kinds[type]}</span></span></summary>
      {children || <AddForm type={type} {...props} />}
    </details>
  )
}

/** The form of one sort of content. @param values what it holds at first: a text that someone else's change would have lost. */
export function AddForm({ type, form, contents, resourceId, values }: AddProps & { type: ContentType, values?: Values }) {
  return (
    <CommandForm form={form} submit={words.add.submit[type]} fixed={{ type }} values={values} labels={contentLabels(type)}
      action={`${urls.draft(resourceId)}#ajouter-${type}`} encType={sendsFile(type) ? 'multipart/form-data' : undefined}>
      {(field) => <>{contentFieldsOf(type, field)}<PlaceField field={field('position')} contents={contents} /></>}
    </CommandForm>
  )
}

function PlaceField({ field, contents }: { field: FieldProps, contents: readonly DraftContent[] }) {
  if (contents.length === 0) return null
  const places = contents.slice(0, -1).map(({ type, title }, index) => [String(index + 1), words.add.after(index + 1,
    title ?? fr.contentTypes[type])])
  return <SelectField {...field} required={undefined} label={words.add.place} empty={words.add.last}
    choices={{ 0: words.add.first, ...Object.fromEntries(places) }} />
}

/** Another resource is chosen by search: the words stay in the address, so that this works without JavaScript too. */
function LinkChoice({ form, resourceId, found, searched }: AddProps & { found?: readonly ResourceCard[], searched: string }) {
  const [params] = useSearchParams()
  const here = `${urls.draft(resourceId)}?${params}#ajouter-linked_resource`
  return (
    <>
      <Form method="get" action={`${urls.draft(resourceId)}#ajouter-linked_resource`} className="sl-form sl-form--inline"
        role="search" preventScrollReset>
        <TextField name="mots" type="text" label={words.add.search} defaultValue={searched} />
        <div className="sl-form__end"><Button type="submit" priority="secondary">{words.add.find}</Button></div>
      </Form>
      {found && <p role="status">{words.add.found(found.length, searched)}</p>}
      {found && found.length > 0 && (
        <ul className="sl-people">
          {found.map((one) => (
            <li key={one.id} className="sl-person">
              <span className="sl-person__name"><Link href={urls.resource(one.slug)} target="_blank">{one.title}</Link>
                {one.base && <span className="fr-hint-text">{one.base.title}</span>}</span>
              <CommandForm form={form} inline size="sm" priority="secondary" action={here}
                fixed={{ type: 'linked_resource', linkedResourceId: one.id }}
                submit={<>{words.add.submit.linked_resource}<VisuallyHidden> {words.about(one.title)}</VisuallyHidden></>} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
