import type { ButtonHTMLAttributes } from 'react'
import { useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { classes } from '#design/classes.ts'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { Link } from '#design/Link.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { contentFieldsOf, contentLabels, sendsFile, TheirVersion } from './ContentFields.tsx'
import { pictureIn } from './crop-frame.ts'
import type { Draft, DraftContent } from './draft-answer.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { fr as images } from './image.fr.ts'
import { fr as moving } from './reorder.fr.ts'
import { ResourceContents } from './ResourceContents.tsx'
import { PreviewState } from './LinkPreview.tsx'
import { urls } from './routes.ts'
import { SavingStatus } from './SavingStatus.tsx'
import { fr as writing } from './writing.fr.ts'
import { useAutosave } from './use-autosave.ts'
import { useRefused } from './use-refused.ts'

/** What a content is called in the sentences about it. */
const nameOf = ({ title, file, linked, url, type }: DraftContent) => title ?? file?.name ?? linked?.title ?? url ?? fr.contentTypes[type]

/** Where what is held would stand. */
const marks = { held: 'sl-part--held', before: 'sl-part--before', after: 'sl-part--after' }

/** One content of the draft: as readers will see it, then what one can do with it. */
export function ContentEditor({ content, index, draft, handle, mark }: {
  content: DraftContent, index: number, draft: Draft, mark?: keyof typeof marks, handle?: ButtonHTMLAttributes<HTMLButtonElement>
}) {
  const [params] = useSearchParams()
  const { can, contents, resourceId } = draft
  const { id, version } = content
  const here = urls.draft(resourceId, id)
  const asked = params.get('retirer') === id
  const name = nameOf(content)
  const writers = draft.writers.filter(({ contentId }) => contentId === id).map((one) => one.name ?? writing.unnamed)
  const about = <VisuallyHidden> {words.about(name)}</VisuallyHidden>
  const what = words.remove.what(fr.contentTypes[content.type], name)
  const remove = can.removeContent && { form: can.removeContent, label: words.remove.submit, title: words.remove.title,
    fixed: { contentId: id, version } }
  return (
    <article className={classes('sl-part', mark && marks[mark])} id={`contenu-${id}`} tabIndex={-1} aria-labelledby={`titre-${id}`}>
      <header className="sl-part__head">
        {handle && <Button priority="quiet" size="sm" icon="fr-icon-drag-move-2-line" iconOnly className="sl-handle" {...handle}>
          {moving.handle(name)}</Button>}
        <h3 className="sl-part__name" id={`titre-${id}`}>
          {index + 1}. {fr.contentTypes[content.type]}<VisuallyHidden> – {name}</VisuallyHidden>
        </h3>
        {writers.length > 0 && <Badge kind="info">{writing.here(writers)}</Badge>}
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
      {content.type === 'link' && <PreviewState content={content} form={can.refreshPreview} action={here} />}
      {can.cropImage && content.type === 'image' && pictureIn(content.crop?.file ?? content.file)
        && <p><Link href={urls.cropImage(resourceId, id)}>{images.crop.link}
          <VisuallyHidden> {words.about(name)}</VisuallyHidden></Link></p>}
      {can.editContent && <EditForm content={content} form={can.editContent} action={here} name={name} resourceId={resourceId} />}
    </article>
  )
}

function EditForm({ content, form, action, name, resourceId }: {
  content: DraftContent, form: Exclude<Draft['can']['editContent'], false>, action: string, name: string, resourceId: string
}) {
  const { id, type } = content
  const refused = useRefused('editContent', { contentId: id })
  const linked: Record<string, string> = content.linkedResourceId ? { linkedResourceId: content.linkedResourceId } : {}
  const { version, stale, status, around, typed } = useAutosave({
    address: urls.contentOf(resourceId, id), current: content.version, refused,
  })
  const labels = contentLabels(type)
  return (
    <details className="sl-details" open={refused !== undefined || undefined} {...around}>
      <summary>{words.edit}<VisuallyHidden> {words.about(name)}</VisuallyHidden></summary>
      <div className={stale ? 'sl-versions' : undefined}>
        {stale && (
          <TheirVersion mine={refused?.typed['text']?.at(-1) ?? typed()['text']} theirs={content.source} back={refused && action}>
            <ResourceContents contents={[content]} />
          </TheirVersion>
        )}
        <CommandForm form={form} submit={stale ? words.stale.replace : words.save} priority="secondary" fixed={{ contentId: id, type, version, ...linked }}
          action={action} encType={sendsFile(type) ? 'multipart/form-data' : undefined} labels={labels} refusals={words.stale.refusals}
          beside={<SavingStatus status={status} labels={labels} here={action} />}
          values={{ title: content.title, text: content.source, url: content.url, caption: content.caption, alt: content.alt,
            imageRole: content.alt ? 'informative' : 'decorative', fileId: content.fileId }}>
          {(field) => contentFieldsOf(type, field)}
        </CommandForm>
      </div>
    </details>
  )
}
