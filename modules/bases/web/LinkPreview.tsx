import { CommandForm } from '#design/CommandForm.tsx'
import { WebLink } from '#design/WebLink.tsx'
import { imageUrl } from '#modules/files/web/routes.ts'
import type { ShownContent } from '../reading/shown-contents.ts'
import { spaced } from '../typography.ts'
import type { Draft, DraftContent } from './draft-answer.ts'
import { fr } from './preview.fr.ts'

/** A link as its readers see it: its own name, else what its page says of itself. The picture says nothing that the words do not. */
export function LinkPreview({ content: { url, title, preview }, through }: { content: ShownContent, through?: string }) {
  if (!url) return null
  const ready = preview?.state === 'ready' ? preview : undefined
  return (
    <div className="sl-link">
      {ready?.imageFileId && <img className="sl-link__picture" src={imageUrl(ready.imageFileId, 320)} alt="" width={160} height={90} loading="lazy" />}
      <div className="sl-link__words">
        <WebLink href={url} title={spaced(title ?? ready?.title ?? '') || undefined} through={through} />
        {ready?.description && <p className="sl-link__description">{spaced(ready.description)}</p>}
      </div>
    </div>
  )
}

/** What the editors of a link are told of its preview, and the button that asks for it again. */
export function PreviewState({ content: { id, preview }, form, action }: { content: DraftContent, form: Draft['can'][string] | undefined, action: string }) {
  const said = !preview ? fr.none : preview.state === 'waiting' ? fr.waiting : preview.state === 'failed' ? fr.failure(fr.failed[preview.failure ?? '']) : undefined
  return (
    <div className="sl-link__state">
      {said && <p className="fr-hint-text" role="status">{said}</p>}
      {form && preview?.state !== 'waiting' && <CommandForm form={form} inline size="sm" priority="quiet" icon="fr-icon-refresh-line" action={action}
        fixed={{ contentId: id }} submit={preview ? fr.again : fr.read} />}
    </div>
  )
}
