import { CommandForm } from '#design/CommandForm.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { words } from './fr-authoring.ts'

interface Line { id: string, title: string, isPublic: boolean, base: { title: string } | null, count: number, holds: boolean }

/** One's collections, in each of which the resource is put, or from which it is taken. */
export function SaveForm({ resourceId, collections, save, unsave, removeFrom }: {
  resourceId: string, collections: readonly Line[], save: FormRules, unsave: FormRules, removeFrom: FormRules
}) {
  return (
    <ul className="sl-people">
      {collections.map(({ id, title, base, count, holds }) => {
        const fixed = { resourceId, collectionId: id }
        return (
          <li key={id} className="sl-person">
            <span className="sl-person__name">
              {title}<span className="fr-hint-text">{base ? `${base.title} – ` : ''}{words.resourcesCount(count)}</span>
            </span>
            {holds
              ? <CommandForm form={base ? removeFrom : unsave} inline size="sm" priority="tertiary" icon="fr-icon-check-line" fixed={fixed}
                submit={words.keep.takeOut} />
              : <CommandForm form={save} inline size="sm" priority="secondary" icon="fr-icon-add-line" fixed={fixed}
                submit={words.keep.putIn} />}
          </li>
        )
      })}
    </ul>
  )
}
