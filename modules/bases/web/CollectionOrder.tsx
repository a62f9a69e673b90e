import { Button } from '#design/Button.tsx'
import { classes } from '#design/classes.ts'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { spaced } from '../typography.ts'
import { words } from './fr-authoring.ts'
import { fr } from './reorder.fr.ts'
import { urls } from './routes.ts'
import { useReorder, type Reorder } from './use-reorder.ts'
import { useScripted } from './use-scripted.ts'

interface Held { id: string, slug: string, title: string }
interface Collection {
  collectionId: string, total: number, resources: readonly Held[]
  can: Readonly<Record<string, FormRules | false>>
}

const HOW = 'comment-ranger'

/**
 * The resources of a collection, in an order that one changes by dragging, by the keyboard, and by buttons where there is no script.
 * @param before how many stand on the pages that come earlier
 */
export function CollectionOrder({ collection, before }: { collection: Collection, before: number }) {
  const { can, collectionId, resources, total } = collection
  const { list, said, ordered, mark, handle } = useReorder<Held, HTMLOListElement>(resources,
    (id) => urls.placeInCollection(collectionId, id), { from: before, total, words: fr.collection })
  const movable = useScripted() && can.moveInCollection && resources.length > 1
  return (
    <>
      {movable && <p className="fr-hint-text" id={HOW}>{fr.how}</p>}
      <p className="fr-sr-only" role="status">{said}</p>
      <ol ref={list} className="sl-people" start={before + 1}>
        {ordered.map((resource, index) => <One key={resource.id} resource={resource} position={before + index} collection={collection}
          mark={mark(index)} handle={movable ? handle(resource.id) : undefined} />)}
      </ol>
    </>
  )
}

/** One resource of the collection, to move or take out. */
function One({ resource, position, collection, mark, handle }: {
  resource: Held, position: number, collection: Collection
  mark: ReturnType<Reorder['mark']>, handle: ReturnType<Reorder['handle']> | undefined
}) {
  const { can, collectionId, total } = collection
  const about = <VisuallyHidden> {words.about(resource.title)}</VisuallyHidden>
  const fixed = { collectionId, resourceId: resource.id }
  const { moveInCollection: move, removeFromCollection: remove } = can
  return (
    <li className={classes('sl-person', mark && `sl-part--${mark}`)} id={`ressource-${resource.id}`}>
      {handle && <Button priority="quiet" size="sm" icon="fr-icon-drag-move-2-line" iconOnly className="sl-handle" {...handle}
        aria-describedby={HOW}>{fr.handle(resource.title)}</Button>}
      <span className="sl-person__name"><Link href={urls.resource(resource.slug)}>{spaced(resource.title)}</Link></span>
      {move && position > 0 && <CommandForm form={move} inline size="sm" priority="quiet" icon="fr-icon-arrow-up-line"
        fixed={{ ...fixed, position: position - 1 }} submit={<>{words.up}{about}</>} />}
      {move && position < total - 1 && <CommandForm form={move} inline size="sm" priority="quiet" icon="fr-icon-arrow-down-line"
        fixed={{ ...fixed, position: position + 1 }} submit={<>{words.down}{about}</>} />}
      {remove && <CommandForm form={remove} inline size="sm" priority="quiet" icon="fr-icon-close-line" fixed={fixed}
        submit={<>{words.editCollection.takeOut}{about}</>} />}
    </li>
  )
}
