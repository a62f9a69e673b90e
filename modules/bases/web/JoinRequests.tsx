import { CommandForm } from '#design/CommandForm.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { listBaseEntries } from '../operations/list-base-entries.ts'
import { fr as labels } from './fr.ts'
import { words } from './fr-authoring.ts'
import { fr } from './joining.fr.ts'

type Entries = Answered<typeof listBaseEntries>
const { requests: said } = fr

/** Who asks to be in the base, each with their words and the two answers. */
export function JoinRequests({ requests, can, now }: Pick<Entries, 'requests' | 'can' | 'now'>) {
  if (requests.length === 0) return null
  return (
    <div id="demandes">
      <Section title={said.title(requests.length)}>
        <ul className="sl-people">
          {requests.map(({ id, person, message, at }) => {
            const name = person?.name ?? said.somebody
            const about = <VisuallyHidden> {words.about(name)}</VisuallyHidden>
            return (
              <li key={id}>
                <p><strong>{name}</strong>{person?.title && `, ${person.title}`}
                  <span className="fr-hint-text">{said.asked} <Time at={at} now={now} /></span></p>
                <blockquote><p>{message}</p></blockquote>
                <div className="sl-buttons">
                  {can.acceptJoinRequest && (
                    <CommandForm form={can.acceptJoinRequest} inline size="sm" fixed={{ requestId: id }} values={{ role: 'contributor' }}
                      submit={<>{said.accept}{about}</>}>
                      {(field) => <SelectField {...field('role')} required label={said.role} choices={labels.memberRoles} empty={false} />}
                    </CommandForm>
                  )}
                  {can.declineJoinRequest && <CommandForm form={can.declineJoinRequest} inline size="sm" priority="secondary" fixed={{ requestId: id }}
                    submit={<>{said.decline}{about}</>} />}
                </div>
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}
