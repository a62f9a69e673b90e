import { CommandForm } from '#design/CommandForm.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { listContributorInvitations } from '../operations/list-contributor-invitations.ts'
import type { PersonCard } from '../people.ts'
import type { Draft } from './draft-answer.ts'
import { words } from './fr-authoring.ts'
import { Setting } from './part-settings.tsx'
import { Inviting, Waiting } from './Inviting.tsx'
import { fr as joining } from './joining.fr.ts'
import { calledBy, PersonName } from './PeopleSearch.tsx'
import { urls } from './routes.ts'

const { contributors: said } = words.settings

/** Who writes the resource: its author, its base, those who were invited. */
export function Contributors({ draft, people, searched, entries }: {
  draft: Draft, people?: readonly PersonCard[], searched: string, entries?: Answered<typeof listContributorInvitations>
}) {
  const { can, author, base, contributors, resourceId } = draft
  const here = urls.draftSettings(resourceId, 'personnes')
  const known = new Set([...author ? [author.id] : [], ...contributors.map(({ id }) => id)])
  const { inviteContributor: invite, removeContributor: remove } = can
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
      {entries && entries.invitations.length > 0 && (
        <>
          <p>{joining.pending.title(entries.invitations.length)}</p>
          <Waiting invitations={entries.invitations} revoke={entries.can.revokeInvitation ?? false} action={here} />
        </>
      )}
      {invite && (
        <details className="sl-details" open={searched !== ''}>
          <summary>{joining.invite.title}</summary>
          <p>{joining.invite.leadResource}</p>
          <Inviting form={invite} here={here} fixed={{ resourceId }} people={people} searched={searched} known={known} />
        </details>
      )}
    </Setting>
  )
}
