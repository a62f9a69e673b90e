import { CommandForm } from '#design/CommandForm.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { PersonCard } from '../people.ts'
import type { Draft } from './draft-answer.ts'
import { words } from './fr-authoring.ts'
import { Setting } from './part-settings.tsx'
import { calledBy, PeopleSearch, PersonName } from './PeopleSearch.tsx'
import { urls } from './routes.ts'

const { contributors: said } = words.settings

/** Who writes the resource: its author, its base, those who were invited. */
export function Contributors({ draft, people, searched }: { draft: Draft, people?: readonly PersonCard[], searched: string }) {
  const { can, author, base, contributors, resourceId } = draft
  const here = urls.draftSettings(resourceId, 'personnes')
  const known = new Set([...author ? [author.id] : [], ...contributors.map(({ id }) => id)])
  const { addContributor: add, removeContributor: remove } = can
  return (
    <Setting part="personnes" title={said.title} lead={said.lead}>
      {base && <p>{said.base(base.title)}</p>}
      <ul className="sl-people">
        {author && <li className="sl-person"><PersonName person={author} /> <span className="fr-hint-text">{said.author}</span></li>}
        {contributors.map((person) => (
          <li key={person.id} className="sl-person">
            <PersonName person={person} />
            {remove && <CommandForm form={remove} inline size="sm" priority="quiet" icon="fr-icon-close-line" action={here}
              fixed={{ personId: person.id }}
              submit={<>{said.remove}<VisuallyHidden> {words.about(calledBy(person))}</VisuallyHidden></>} />}
          </li>
        ))}
      </ul>
      {add && (
        <PeopleSearch action={here} people={people} searched={searched} known={known}>
          {(person) => <CommandForm form={add} inline size="sm" priority="secondary" action={here} fixed={{ personId: person.id }}
            submit={said.add} />}
        </PeopleSearch>
      )}
    </Setting>
  )
}
