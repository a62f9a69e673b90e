import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { contentFieldsOf, contentLabels, sendsFile, TheirVersion } from './ContentFields.tsx'
import type { Draft, DraftContent } from './draft-answer.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { ResourceContents } from './ResourceContents.tsx'
import { urls } from './routes.ts'
import { isStale, useRefused, useSeenVersion } from './use-refused.ts'

/** What a content is called in the sentences about it. */
const nameOf = ({ title, file, linked, url, type }: DraftContent) => title ?? file?.name ?? linked?.title ?? url ?? fr.contentTypes[type]

/** One content of the draft: as readers will see it, then what one can do with it. */
export function ContentEditor({ content, index, draft }: { content: DraftContent, index: number, draft: Draft }) {
  const [params] = useSearchParams()
  const { can, contents, resourceId } = draft
  const { id, version } = content
  const here = urls.draft(resourceId, id)
  const asked = params.get('retirer') === id
  const name = nameOf(content)
  const about = <VisuallyHidden> {words.about(name)}</VisuallyHidden>
  const what = words.remove.what(fr.contentTypes[content.type], name)
  const remove = can.removeContent && { form: can.removeContent, label: words.remove.submit, title: words.remove.title,
    fixed: { contentId: id, version } }
  return (
    <article className="sl-part" id={`contenu-${id}`} tabIndex={-1} aria-labelledby={`titre-${id}`}>
      <header className="sl-part__head">
        <h3 className="sl-part__name" id={`titre-${id}`}>
          {index + 1}. {fr.contentTypes[content.type]}<VisuallyHidden> – {name}</VisuallyHidden>
        </h3>
        <div className="sl-part__moves">
          {can.moveContent && index > 0 && <CommandForm form={can.moveContent} inline size="sm" priority="quiet"
            icon="fr-icon-arrow-up-line" action={here}
            fixed={{ contentId: id, direction: 'up' }} submit={<>{words.up}{about}</>} />}
          {can.moveContent && index < contents.length - 1 && <CommandForm form={can.moveContent} inline size="sm" priority="quiet"
            icon="fr-icon-arrow-down-line" action={here} fixed={{ contentId: id, direction: 'down' }} submit={<>{words.down}{about}</>} />}
          {remove && !asked && <ConfirmButton {...remove} priority="quiet" size="sm" icon="fr-icon-delete-line"
            href={`${urls.draft(resourceId)}?retirer=${id}#contenu-${id}`}>{what}</ConfirmButton>}
        </div>
      </header>
      {remove && asked && <ConfirmForm {...remove} back={here}>{what}</ConfirmForm>}
      <div className="sl-part__shown"><ResourceContents contents={[content]} /></div>
      {can.editContent && <EditForm content={content} form={can.editContent} action={here} name={name} />}
    </article>
  )
}

function EditForm({ content, form, action, name }: {
  content: DraftContent, form: Exclude<Draft['can']['editContent'], false>, action: string, name: string
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const { id, type } = content
  const refused = useRefused('editContent', { contentId: id })
  const { version, follow } = useSeenVersion(content.version, refused)
  const close = () => { follow.onReset(); if (details.current) details.current.open = false }
  const fixed = { contentId: id, type, version, ...type === 'linked_resource' && { linkedResourceId: content.linkedResourceId } }
  return (
    <details className="sl-details" ref={details} open={refused !== undefined || undefined} onInput={follow.onInput} onReset={close}>
      <summary>{words.edit}<VisuallyHidden> {words.about(name)}</VisuallyHidden></summary>
      {isStale(refused) && <TheirVersion><ResourceContents contents={[content]} /></TheirVersion>}
      <CommandForm form={form} submit={isStale(refused) ? words.stale.replace : words.save} priority="secondary" fixed={fixed}
        action={action}
        encType={sendsFile(type) ? 'multipart/form-data' : undefined} labels={contentLabels(type)} refusals={words.stale.refusals}
        values={{ title: content.title, text: content.source, url: content.url, caption: content.caption, alt: content.alt,
          fileId: content.fileId }}>
        {(field) => contentFieldsOf(type, field)}
      </CommandForm>
    </details>
  )
}
