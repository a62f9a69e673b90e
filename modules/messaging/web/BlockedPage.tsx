import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listBlockedPeople } from '../operations/list-blocked-people.ts'
import { unblockPerson } from '../operations/unblock-person.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listBlockedPeople)
export const action = accepts({ unblockPerson })

const words = fr.blocked

/** Those whose messages one does not want. */
export default function BlockedPage() {
  const { people, can, now, timeZone } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      {people.length === 0 && <EmptyState title={words.none} />}
      <ul className="sl-people">
        {people.map(({ id, name, at }) => (
          <li key={id} className="sl-person">
            <span className="sl-person__name">
              {name ?? fr.somebody}<span className="fr-hint-text">{words.since} <Time at={at} now={now} timeZone={timeZone} /></span>
            </span>
            {can.unblockPerson && (
              <CommandForm form={can.unblockPerson} inline size="sm" priority="tertiary" fixed={{ personId: id }}
                submit={<>{words.unblock}<VisuallyHidden> ({name ?? fr.somebody})</VisuallyHidden></>} />
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
