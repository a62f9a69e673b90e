import { Section } from '#design/Section.tsx'
import { ContentEditor } from './ContentEditor.tsx'
import type { Draft } from './draft-answer.ts'
import { words } from './fr-authoring.ts'
import { fr } from './reorder.fr.ts'
import { urls } from './routes.ts'
import { useScripted } from './use-scripted.ts'
import { useReorder } from './use-reorder.ts'

const HOW = 'comment-deplacer'

/** The contents of a draft, in an order that one changes by dragging, by the keyboard, and by buttons where there is no script. */
export function ContentList({ draft }: { draft: Draft }) {
  const { contents, can, resourceId } = draft
  const { list, said, ordered, mark, handle } = useReorder(contents, (id) => urls.positionOf(resourceId, id))
  // The handle is of no use without its script: it comes with it.
  const scripted = useScripted()
  const movable = scripted && can.moveContent !== false && contents.length > 1
  return (
    <Section title={words.contents(contents.length)}>
      {movable && <p className="fr-hint-text" id={HOW}>{fr.how}</p>}
      <p className="fr-sr-only" role="status">{said}</p>
      <div ref={list}>
        {ordered.map((content, index) => (
          <ContentEditor key={content.id} content={content} index={index} draft={draft} mark={mark(index)}
            handle={movable ? { ...handle(content.id), 'aria-describedby': HOW } : undefined} />
        ))}
      </div>
    </Section>
  )
}
