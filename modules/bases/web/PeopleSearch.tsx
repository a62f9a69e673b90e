import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Button } from '#design/Button.tsx'
import { Icon } from '#design/Icon.tsx'
import { TextField } from '#design/TextField.tsx'
import { imageUrl } from '#modules/files/web/routes.ts'
import type { PersonCard } from '../people.ts'
import { words } from './fr-authoring.ts'

/** What one calls a person, or someone who left. */
export const calledBy = (person: { name: string | null }) => person.name ?? words.people.left

/**
 * Finds people by name, then offers what to do with each. The words stay in the address of the page, so that it works without
 * JavaScript. @param known those who are there already.
 */
export function PeopleSearch({ action, people, searched, known, children }: {
  action: string, people?: readonly PersonCard[], searched: string, known: ReadonlySet<string>, children: (person: PersonCard) => ReactNode
}) {
  return (
    <>
      <Form method="get" action={action.includes('#') ? action : `${action}#inviter`} className="sl-form sl-form--inline"
        role="search" preventScrollReset>
        <TextField id="inviter" name="personne" type="text" label={words.people.search} hint={words.people.searchHint}
          defaultValue={searched} autoComplete="off" />
        <div className="sl-form__end"><Button type="submit" priority="secondary">{words.people.find}</Button></div>
      </Form>
      {people && <p role="status">{words.people.found(people.length, searched)}</p>}
      {people && people.length > 0 && (
        <ul className="sl-people">
          {people.map((person) => (
            <li key={person.id} className="sl-person">
              <PersonName person={person} />
              {known.has(person.id) ? <span className="fr-hint-text">{words.people.already}</span> : children(person)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function PersonName({ person }: { person: Pick<PersonCard, 'name' | 'title' | 'portraitFileId'> }) {
  return (
    <>
      {person.portraitFileId
        ? <img className="sl-person__portrait" src={imageUrl(person.portraitFileId, 160)} width={40} height={40} alt="" loading="lazy" />
        : <span className="sl-person__portrait"><Icon name="fr-icon-account-circle-line" /></span>}
      <span className="sl-person__name">
        {calledBy(person)}{person.title && <span className="fr-hint-text">{person.title}</span>}
      </span>
    </>
  )
}
